namespace KpiGrid.Web.Texts;

/// <content>Pages that have nothing to show but a reason.</content>
internal static partial class Danish
{
    public static NoticesWords Notices { get; } = new()
    {
        UnavailableTitle = "Ikke tilgængelig lige nu",
        Unavailable = "Serveren kan ikke svare i øjeblikket; intet er gået tabt. Genindlæs siden om nogle sekunder.",
        SignInNeededTitle = "Log ind først",
        SignInNeeded = "Åbn den adresse, som en administrator laver til dig med: kpigrid keys link --role "
            + "coordinator --on regions/ID --actor DIT-ID",
        NotAllowedTitle = "Du har ikke adgang",
        NotAllowed = "Din adgang rækker ikke til denne side; spørg en administrator.",
        UnknownTitle = "Siden findes ikke",
        Unknown = "Adressen kan være skrevet forkert, eller det, den nævner, findes ikke. Brug Find.",
        UnreadableTitle = "Adressen kan ikke læses",
        Unreadable = "{0} er “{1}”, som ikke kan læses. {2}",
        PeriodForm = "Skriv en periode som 2026, 2026-Q1 eller 2026-03.",
        DayForm = "Skriv en dag som 2026-05-21.",
        OtherForm = "Udelad det, eller følg et link på en side.",
        LanguageForm = "En af: en, da, nl.",
    };
}
