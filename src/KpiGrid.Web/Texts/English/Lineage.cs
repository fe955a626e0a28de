namespace KpiGrid.Web.Texts;

/// <content>Who repeats a pilot.</content>
internal static partial class English
{
    public static LineageWords Lineage { get; } = new()
    {
        Title = "Replicas",
        Link = "Who repeats it",
        Lead = "The original and everybody who repeats it, each counted from its own start.",
        ScaleTo = "If all members did this",
        Family = "Beside the original",
        Nobody = "Nobody repeats it yet, as far as you may see.",
        Own = "Its result",
        Original = "The original, in as many months",
        Difference = "Difference",
        Curve = "Adoption",
        CurveNote = "How many had begun by then, beside the replications that were reported.",
        By = "By",
        Replicas = "Replicas begun",
        Reported = "Replications reported",
    };
}
