namespace KpiGrid.Web.Texts;

/// <summary>Targets of a region, and who is late.</summary>
internal sealed record RoundsWords
{
    public required string Title { get; init; }
    public required string Targets { get; init; }
    public required string NoTargets { get; init; }
    public required string Kpi { get; init; }
    public required string Wanted { get; init; }
    public required string WantedForm { get; init; }
    public required string Actual { get; init; }
    public required string Status { get; init; }
    public required string PartForm { get; init; }
    public required string PartLabel { get; init; }
    public required string Method { get; init; }

    /// <summary>By the text form of a status; the day up to which it is told.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    public required string Set { get; init; }
    public required string SetNote { get; init; }
    public required string Period { get; init; }
    public required string Value { get; init; }
    public required string Currency { get; init; }
    public required string BaselinePeriod { get; init; }
    public required string BaselineValue { get; init; }
    public required string Reason { get; init; }
    public required string KpiWrong { get; init; }
    public required string PeriodWrong { get; init; }
    public required string ValueWrong { get; init; }
    public required string CurrencyWrong { get; init; }
    public required string BaselineWrong { get; init; }
    public required string ReasonWrong { get; init; }
    public required string ChangedMeanwhile { get; init; }
    public required string OtherWrong { get; init; }
    public required string Late { get; init; }

    /// <summary>Missing periods, due date, working days since.</summary>
    public required string LateForm { get; init; }
}
