namespace KpiGrid.Web.Texts;

/// <content>The pages of a round, read aloud.</content>
internal static partial class English
{
    public static PackWords Pack { get; } = new()
    {
        Rounds = "Rounds",
        NoRounds = "No round is planned yet.",
        RoundForm = "{0}, {1}",
        Lead = "{0}. As known on {1}.",
        LeadAhead = "{0}. Preliminary: it counts what is known on {1}.",
        Since = "Moved means: since {0}.",
        Print = "Printed, each municipality has a page of its own.",
        Contents = "Order of speaking",
        Number = "One number",
        NoNumber = "No number yet.",
        Moved = "What moved",
        MovedForm = "{0}, {1}: from {2} to {3}",
        NewForm = "{0}, {1}: {2}, new",
        GoneForm = "{0}, {1}: {2} taken back",
        More = "and {0} more",
        NothingMoved = "Nothing has moved since the round before.",
        Steps = "Next steps",
        StepForm = "{0} By {1}.",
        SaidForm = "Said on {0}.",
        Nothing = "Nothing to report.",
        Silent = "Nothing has been said yet.",
        SayNothing = "Nothing to report",
        SaySteps = "Write next steps",
        Step = "Next step",
        By = "By",
        Reason = "Reason for the change",
        Save = "Save",
        Wrong = "This could not be saved: {0}",
        Freeze = "Freeze these numbers as an edition",
        FreezeNote = "An edition never changes. What is corrected afterwards is listed beside it.",
    };
}
