namespace KpiGrid.Web.Texts;

/// <summary>Reporting a measurement, and its receipt.</summary>
internal sealed record ReportWords
{
    public required string Menu { get; init; }
    public required string Title { get; init; }
    public required string CorrectTitle { get; init; }
    public required string ForWhich { get; init; }
    public required string NoPilots { get; init; }
    public required string OtherPilot { get; init; }
    public required string ByFile { get; init; }
    public required string Stream { get; init; }
    public required string Choose { get; init; }
    public required string ChooseFirst { get; init; }
    public required string NoStreams { get; init; }
    public required string Period { get; init; }
    public required string Day { get; init; }
    public required string PeriodReported { get; init; }
    public required string PeriodMissing { get; init; }
    public required string PeriodOpen { get; init; }
    public required string OtherPeriod { get; init; }
    public required string OtherPeriodHint { get; init; }
    public required IReadOnlyDictionary<string, string> Numbers { get; init; }
    public required string NumberHint { get; init; }
    public required string WhichMeant { get; init; }
    public required string Members { get; init; }
    public required string MembersHint { get; init; }
    public required string Silence { get; init; }
    public required string NotSilent { get; init; }
    public required string SilenceHint { get; init; }
    public required string Provisional { get; init; }
    public required string Note { get; init; }
    public required string Evidence { get; init; }
    public required string OnBehalfOf { get; init; }
    public required string Send { get; init; }
    public required string KindLabel { get; init; }
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
    public required string Reason { get; init; }
    public required string SlipTitle { get; init; }
    public required string SlipThousand { get; init; }
    public required string SlipShifted { get; init; }
    public required string SlipOutlier { get; init; }
    public required string SlipNegative { get; init; }
    public required string ConfirmSlip { get; init; }
    public required string SlipChange { get; init; }
    public required string ProblemsTitle { get; init; }
    public required string Problems { get; init; }
    public required string Latest { get; init; }
    public required string Correct { get; init; }
    public required string CorrectOf { get; init; }
    public required string NothingYet { get; init; }
    public required string RecordedTitle { get; init; }
    public required string RepeatedTitle { get; init; }
    public required string WithdrawnTitle { get; init; }
    public required string Recorded { get; init; }
    public required string Corrected { get; init; }
    public required string Repeated { get; init; }
    public required string WithdrawnText { get; init; }
    public required string Moved { get; init; }
    public required string Place { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Change { get; init; }
    public required string NotSettled { get; init; }
    public required string NothingMoved { get; init; }
    public required string MoreMoved { get; init; }
    public required string Again { get; init; }
    public required string CorrectThis { get; init; }
    public required string SeeStream { get; init; }
}
