namespace KpiGrid.Web.Texts;

/// <content>What is behind movements.</content>
internal static partial class Danish
{
    public static InstrumentsWords Instruments { get; } = new()
    {
        Title = "Hvad der virkede",
        Lead = "Beslutningstræer, udbudstekster, vejledninger og bogsider, som målinger og næste skridt henviser til, med det, der flyttede sig. Forskellige nøgletal lægges aldrig sammen.",
        Nothing = "Intet, der har flyttet sig her, henviser til et redskab endnu. En måling nævner et med sin adresse i »links«.",
        ByEffect = "Efter virkning på",
        Instrument = "Redskab",
        Kind = "Slags",
        Effect = "Hvad der flyttede sig",
        Measurements = new("1 måling", "{0} målinger"),
        Kinds = new Dictionary<string, string>
        {
            ["decision-tree"] = "Beslutningstræ",
            ["tender-text"] = "Udbudstekst",
            ["book-page"] = "Side i en bog",
            ["guide"] = "Vejledning",
            ["workshop"] = "Fra en workshop",
            ["tool"] = "Værktøj",
        },
    };
}
