namespace KpiGrid.Api.Hosting;

/// <summary>One entry of <c>errors</c> in a problem document.</summary>
/// <param name="Index">The item's place in the request, from 0; null when it concerns no item.</param>
/// <param name="Line">The line of the body, from 1; null when lines say nothing.</param>
/// <param name="Field">The field, as a path.</param>
/// <param name="Value">The value sent, cut short.</param>
/// <param name="Code">A stable word for programs.</param>
/// <param name="Remedy">One sentence for the sender.</param>
internal sealed record ErrorItem(int? Index, long? Line, string Field, string? Value, string Code, string Remedy)
{
    private const int ValueCharactersMax = 120;

    public static ErrorItem Of(Problem problem, int? index = null, long? line = null) =>
        new(index, line, problem.Field, Shown(problem.Value), problem.Code, problem.Remedy);

    /// <summary>The value as far as it helps, without half a character at the cut.</summary>
    private static string? Shown(string? value)
    {
        if (value is not { Length: > ValueCharactersMax }) return value;
        var end = char.IsHighSurrogate(value[ValueCharactersMax - 1]) ? ValueCharactersMax - 1 : ValueCharactersMax;
        return value[..end] + "…";
    }
}
