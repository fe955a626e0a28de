namespace KpiGrid.Web.Texts;

/// <content>What was reported on behalf of participants, and what they say of it.</content>
internal static partial class Dutch
{
    public static ConfirmationsWords Confirmations { get; } = new()
    {
        Title = "Gerapporteerd namens deelnemers",
        Waiting = "Delen die op bevestiging wachten: {0}",
        NoneWaiting = "Niets wacht op bevestiging.",
        More = "{0} oudere cijfers worden niet getoond.",
        Hidden = "{0} cijfers zijn verborgen: uw toegang reikt niet zo ver.",
        Key = "Sleutel vanaf {0}: {1}",
        KeyOfKpi = "Sleutel voor {2} vanaf {0}: {1}",
        Rules = new Dictionary<string, string>
        {
            ["whole"] = "{0} is verdeeld volgens de sleutel; niemand rapporteert een eigen cijfer.",
            ["control-total"] = "Controletotaal {0}: deelnemers rapporteren er zelf {1} van, de resterende {2} is opnieuw verdeeld.",
            ["replaced-part"] = "Wat deelnemers zelf rapporteren, komt in de plaats van {1} van de schatting {0}; {2} ervan telt mee.",
            ["in-conflict"] = "{0} blijft staan, verdeeld volgens de sleutel; wat deelnemers zelf rapporteren, klopt er niet mee.",
        },
        Statuses = new Dictionary<string, string>
        {
            ["waiting"] = "wacht op bevestiging",
            ["confirmed"] = "bevestigd",
            ["disputed"] = "betwist",
            ["superseded"] = "wacht opnieuw: wat gezegd is, gaat niet meer over dit deel",
        },
        Told = new Dictionary<string, string>
        {
            ["confirm"] = "Bevestigd door {0} op {1}: {2} in revisie {3}",
            ["dispute"] = "Betwist door {0} op {1}: {2} in revisie {3}",
        },
        Confirm = "Bevestigen",
        Dispute = "Betwisten",
        Why = "Wat klopt er niet",
        Wrong = new Dictionary<string, string>
        {
            ["reason-required"] = "Zeg wat er niet klopt.",
            ["revision-not-current"] = "Het is gecorrigeerd sinds u het zag: kijk er opnieuw naar.",
            ["withdrawn"] = "Het is ingetrokken.",
            ["no-part"] = "Niets ervan telt nog voor deze gemeente.",
            ["own-figure"] = "U hebt het zelf gerapporteerd of gecorrigeerd: iemand anders bevestigt het.",
            ["not-allowed"] = "U spreekt niet voor deze gemeente.",
        },
    };
}
