namespace KpiGrid.Web.Texts;

/// <content>What is behind movements.</content>
internal static partial class English
{
    public static InstrumentsWords Instruments { get; } = new()
    {
        Title = "What worked",
        Lead = "Decision trees, tender texts, guides and pages of books that measurements and next steps point to, with what moved. Different KPIs are never added up.",
        Nothing = "Nothing that moved here points to such an instrument yet. A measurement names one by its address in “links”.",
        ByEffect = "By effect on",
        Instrument = "Instrument",
        Kind = "Kind",
        Effect = "What moved",
        Measurements = new("1 measurement", "{0} measurements"),
        Kinds = new Dictionary<string, string>
        {
            ["decision-tree"] = "Decision tree",
            ["tender-text"] = "Tender text",
            ["book-page"] = "Page of a book",
            ["guide"] = "Guide",
            ["workshop"] = "From a workshop",
            ["tool"] = "Tool",
        },
    };
}
