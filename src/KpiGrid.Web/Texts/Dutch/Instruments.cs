namespace KpiGrid.Web.Texts;

/// <content>What is behind movements.</content>
internal static partial class Dutch
{
    public static InstrumentsWords Instruments { get; } = new()
    {
        Title = "Wat werkte",
        Lead = "Beslisbomen, bestekteksten, handleidingen en bladzijden uit boeken waar metingen en volgende stappen naar verwijzen, met wat er bewoog. Verschillende indicatoren worden nooit opgeteld.",
        Nothing = "Niets wat hier bewoog verwijst al naar zo’n instrument. Een meting noemt er een met het adres in ‘links’.",
        ByEffect = "Volgens effect op",
        Instrument = "Instrument",
        Kind = "Soort",
        Effect = "Wat er bewoog",
        Measurements = new("1 meting", "{0} metingen"),
        Kinds = new Dictionary<string, string>
        {
            ["decision-tree"] = "Beslisboom",
            ["tender-text"] = "Bestektekst",
            ["book-page"] = "Bladzijde uit een boek",
            ["guide"] = "Handleiding",
            ["workshop"] = "Uit een workshop",
            ["tool"] = "Hulpmiddel",
        },
    };
}
