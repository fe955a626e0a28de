namespace KpiGrid.Web.Texts;

/// <content>Pages that have nothing to show but a reason.</content>
internal static partial class English
{
    public static NoticesWords Notices { get; } = new()
    {
        UnavailableTitle = "Not available just now",
        Unavailable = "The server cannot answer at the moment; nothing is lost. Load the page again in a few "
            + "seconds.",
        SignInNeededTitle = "Sign in first",
        SignInNeeded = "Open the address that somebody with the admin's key makes for you with: kpigrid keys "
            + "link --role coordinator --on regions/ID --actor YOUR-ID",
        NotAllowedTitle = "Not for you to read",
        NotAllowed = "What you are granted does not reach this page; ask an admin.",
        UnknownTitle = "No such page",
        Unknown = "The address may be mistyped, or what it names is not there. Use Find to look for it.",
        UnreadableTitle = "This address cannot be read",
        Unreadable = "{0} says “{1}”, which cannot be read. {2}",
        PeriodForm = "Write a period such as 2026, 2026-Q1 or 2026-03.",
        DayForm = "Write a day as 2026-05-21.",
        OtherForm = "Leave it out, or follow a link of a page.",
        LanguageForm = "One of: en, da, nl.",
    };
}
