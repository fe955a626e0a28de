namespace KpiGrid;

/// <summary>What an edition must satisfy.</summary>
internal static class EditionCheck
{
    public static IReadOnlyList<Problem> Of(EditionFacts facts)
    {
        var problems = new Problems();
        problems.Text("title", facts.Title, PlainText.NameMax);
        problems.Require(facts.From < facts.To, "to", facts.To, "range-empty", "Ranges are half-open: let `to` be after `from`.");
        problems.Require(facts.Kpis.Count > 0, "kpis", null, "kpis-required", "Freeze at least one KPI.");
        problems.Require(facts.IsIntact, "hash", facts.Hash, "hash-of-other-numbers", "It is the SHA-256 of the text of the numbers.");
        return problems.Found;
    }
}
