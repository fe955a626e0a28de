namespace KpiGrid.Web.Texts;

/// <content>The measurements of one KPI stream.</content>
internal static partial class Dutch
{
    public static StreamsWords Streams { get; } = new()
    {
        Title = "{0}: metingen",
        Intro = "Elke meting met al haar revisies: niets wordt overschreven.",
        Nothing = "Er is nog geen meting. Rapporteer er een, of stuur een bestand met meer.",
        Confidential = "De cijfers van deze reeks zijn vertrouwelijk: de eigen mensen van het proefproject zien ze.",
        Value = "Waarde",
        Withdrawn = "ingetrokken",
        Superseded = "vervangen door een latere revisie",
        Import = "import {0}",
        Silences = new Dictionary<string, string>
        {
            ["nothing-to-report"] = "niets te melden",
            ["not-occurring"] = "komt niet voor",
            ["included-elsewhere"] = "elders meegeteld",
            ["confidential"] = "vertrouwelijk",
            ["not-estimated"] = "niet geschat",
        },
    };
}
