namespace KpiGrid.Web.Texts;

/// <content>A region without some of its members or pilots.</content>
internal static partial class Dutch
{
    public static WhatIfWords WhatIf { get; } = new()
    {
        Title = "Wat als",
        Link = "Wat als iemand wegvalt?",
        Lead = "Laat leden of proefprojecten weg en zie wat er overblijft. Er wordt niets bewaard.",
        Members = "Leden weglaten",
        Pilots = "Proefprojecten weglaten",
        Show = "Toon wat overblijft",
        Result = "Zonder wie is weggelaten",
        Nothing = "In deze periode is niets gerapporteerd of verwacht.",
        Now = "Nu",
        Without = "Zonder",
        Difference = "Verschil",
        Becomes = "{0} → {1}",
        SharesNote = "De aandelen in gezamenlijke proefprojecten blijven zoals ze zijn: wat van anderen is, verandert niet.",
    };
}
