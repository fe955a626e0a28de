using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report;

/// <summary>Says in the reader's language what the API says in English.</summary>
internal static class ProblemText
{
    /// <summary>What is wrong and what to do; what a remedy lists after its colon goes into the sentence.</summary>
    public static string Of(Words words, Problem problem) => Of(words, problem.Code, problem.Remedy);

    public static string Of(Words words, string code, string remedy)
    {
        if (!words.Problems.ByCode.TryGetValue(code, out var text)) return remedy;
        var colon = remedy.IndexOf(": ", StringComparison.Ordinal);
        return Words.Fill(text, colon < 0 ? "" : remedy[(colon + 2)..].TrimEnd('.'));
    }
}
