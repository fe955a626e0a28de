namespace KpiGrid.Web.Texts;

/// <content>A region without some of its members or pilots.</content>
internal static partial class English
{
    public static WhatIfWords WhatIf { get; } = new()
    {
        Title = "What if",
        Link = "What if somebody were left out?",
        Lead = "Leave out members or pilots and see what would remain. Nothing is stored.",
        Members = "Leave out members",
        Pilots = "Leave out pilots",
        Show = "Show what remains",
        Result = "Without those left out",
        Nothing = "Nothing was reported or expected in this period.",
        Now = "Now",
        Without = "Without",
        Difference = "Difference",
        Becomes = "{0} → {1}",
        SharesNote = "The shares of joint pilots stay as they are: what belongs to others does not move.",
    };
}
