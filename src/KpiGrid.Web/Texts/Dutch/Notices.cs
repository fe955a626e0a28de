namespace KpiGrid.Web.Texts;

/// <content>Pages that have nothing to show but a reason.</content>
internal static partial class Dutch
{
    public static NoticesWords Notices { get; } = new()
    {
        UnavailableTitle = "Nu even niet beschikbaar",
        Unavailable = "De server kan nu niet antwoorden; er is niets verloren. Laad de pagina over enkele "
            + "seconden opnieuw.",
        SignInNeededTitle = "Meld u eerst aan",
        SignInNeeded = "Open het adres dat een beheerder voor u maakt met: kpigrid keys link --role coordinator "
            + "--on regions/ID --actor UW-ID",
        NotAllowedTitle = "U hebt geen toegang",
        NotAllowed = "Uw rechten reiken niet tot deze pagina; vraag een beheerder.",
        UnknownTitle = "Deze pagina bestaat niet",
        Unknown = "Het adres is misschien verkeerd getypt, of wat het noemt bestaat niet. Gebruik Zoeken.",
        UnreadableTitle = "Dit adres is niet leesbaar",
        Unreadable = "{0} is “{1}”, en dat is niet leesbaar. {2}",
        PeriodForm = "Schrijf een periode zoals 2026, 2026-Q1 of 2026-03.",
        DayForm = "Schrijf een dag als 2026-05-21.",
        OtherForm = "Laat het weg, of volg een link op een pagina.",
        LanguageForm = "Een van: en, da, nl.",
    };
}
