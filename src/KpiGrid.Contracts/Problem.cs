namespace KpiGrid;

/// <summary>One thing wrong with what was sent, and what to do about it.</summary>
/// <param name="Field">The field, as a path such as <c>shares[2].parts</c>.</param>
/// <param name="Value">The value sent, when there is one to show.</param>
/// <param name="Code">A stable word for programs, such as <c>class-required</c>.</param>
/// <param name="Remedy">One sentence for the sender.</param>
[GenerateSerializer, Immutable, Alias("Problem")]
public sealed record Problem(
    [property: Id(0)] string Field,
    [property: Id(1)] string? Value,
    [property: Id(2)] string Code,
    [property: Id(3)] string Remedy);
