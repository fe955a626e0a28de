namespace KpiGrid.Web.Texts;

/// <content>The measurements of one KPI stream.</content>
internal static partial class Danish
{
    public static StreamsWords Streams { get; } = new()
    {
        Title = "{0}: målinger",
        Intro = "Alle målinger med alle deres revisioner: intet overskrives.",
        Nothing = "Der er endnu ingen målinger. Indberet en, eller send en fil med mange.",
        Confidential = "Tallene i denne serie er fortrolige: pilotprojektets egne folk kan se dem.",
        Value = "Værdi",
        Withdrawn = "trukket tilbage",
        Superseded = "erstattet af en senere revision",
        Import = "import {0}",
        Silences = new Dictionary<string, string>
        {
            ["nothing-to-report"] = "intet at indberette",
            ["not-occurring"] = "forekommer ikke",
            ["included-elsewhere"] = "medregnet andetsteds",
            ["confidential"] = "fortroligt",
            ["not-estimated"] = "ikke opgjort",
        },
    };
}
