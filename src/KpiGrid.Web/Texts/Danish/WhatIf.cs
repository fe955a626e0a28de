namespace KpiGrid.Web.Texts;

/// <content>A region without some of its members or pilots.</content>
internal static partial class Danish
{
    public static WhatIfWords WhatIf { get; } = new()
    {
        Title = "Hvad nu hvis",
        Link = "Hvad nu hvis nogen blev udeladt?",
        Lead = "Udelad medlemmer eller pilotprojekter, og se, hvad der bliver tilbage. Intet gemmes.",
        Members = "Udelad medlemmer",
        Pilots = "Udelad pilotprojekter",
        Show = "Vis, hvad der bliver tilbage",
        Result = "Uden de udeladte",
        Nothing = "Der er hverken indberettet eller forventet noget i perioden.",
        Now = "Nu",
        Without = "Uden",
        Difference = "Forskel",
        Becomes = "{0} → {1}",
        SharesNote = "Andelene i fælles pilotprojekter bliver, som de er: det, der tilhører andre, ændrer sig ikke.",
    };
}
