namespace KpiGrid.Web.Texts;

/// <content>The pages of a round, read aloud.</content>
internal static partial class Danish
{
    public static PackWords Pack { get; } = new()
    {
        Rounds = "Runder",
        NoRounds = "Der er endnu ikke planlagt nogen runde.",
        RoundForm = "{0}, {1}",
        Lead = "{0}. Som det var kendt {1}.",
        LeadAhead = "{0}. Foreløbig: det tæller, hvad der er kendt {1}.",
        Since = "Ændret betyder: siden {0}.",
        Print = "Udskrevet har hver kommune sin egen side.",
        Contents = "Talerækkefølge",
        Number = "Ét tal",
        NoNumber = "Endnu intet tal.",
        Moved = "Hvad der har ændret sig",
        MovedForm = "{0}, {1}: fra {2} til {3}",
        NewForm = "{0}, {1}: {2}, nyt",
        GoneForm = "{0}, {1}: {2} trukket tilbage",
        More = "og {0} mere",
        NothingMoved = "Intet har ændret sig siden sidste runde.",
        Steps = "Næste skridt",
        StepForm = "{0} Senest {1}.",
        SaidForm = "Sagt {0}.",
        Nothing = "Intet at berette.",
        Silent = "Der er endnu ikke sagt noget.",
        SayNothing = "Intet at berette",
        SaySteps = "Skriv næste skridt",
        Step = "Næste skridt",
        By = "Senest",
        Reason = "Grund til ændringen",
        Save = "Gem",
        Wrong = "Det kunne ikke gemmes: {0}",
        Freeze = "Fastfrys tallene som en udgave",
        FreezeNote = "En udgave ændres aldrig. Hvad der rettes bagefter, står på en liste ved siden af.",
    };
}
