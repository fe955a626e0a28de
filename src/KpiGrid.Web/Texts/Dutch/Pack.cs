namespace KpiGrid.Web.Texts;

/// <content>The pages of a round, read aloud.</content>
internal static partial class Dutch
{
    public static PackWords Pack { get; } = new()
    {
        Rounds = "Rondes",
        NoRounds = "Er is nog geen ronde gepland.",
        RoundForm = "{0}, {1}",
        Lead = "{0}. Zoals bekend op {1}.",
        LeadAhead = "{0}. Voorlopig: wat op {1} bekend is, telt mee.",
        Since = "Gewijzigd betekent: sinds {0}.",
        Print = "Afgedrukt heeft elke gemeente een eigen pagina.",
        Contents = "Spreekvolgorde",
        Number = "Eén getal",
        NoNumber = "Nog geen getal.",
        Moved = "Wat er veranderd is",
        MovedForm = "{0}, {1}: van {2} naar {3}",
        NewForm = "{0}, {1}: {2}, nieuw",
        GoneForm = "{0}, {1}: {2} ingetrokken",
        More = "en nog {0}",
        NothingMoved = "Er is niets veranderd sinds de vorige ronde.",
        Steps = "Volgende stappen",
        StepForm = "{0} Uiterlijk {1}.",
        SaidForm = "Gezegd op {0}.",
        Nothing = "Niets te melden.",
        Silent = "Er is nog niets gezegd.",
        SayNothing = "Niets te melden",
        SaySteps = "Volgende stappen schrijven",
        Step = "Volgende stap",
        By = "Uiterlijk",
        Reason = "Reden van de wijziging",
        Save = "Opslaan",
        Wrong = "Dit kon niet worden opgeslagen: {0}",
        Freeze = "Deze cijfers vastleggen als editie",
        FreezeNote = "Een editie verandert nooit. Wat daarna wordt gecorrigeerd, staat ernaast op een lijst.",
    };
}
