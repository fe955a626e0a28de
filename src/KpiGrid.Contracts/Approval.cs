namespace KpiGrid;

/// <summary>How far the periods of a pilot are submitted, approved and closed.</summary>
[GenerateSerializer, Immutable, Alias("Approval")]
public sealed record Approval
{
    /// <summary>How many have to say yes: 0 nobody, 1 its lead, 2 its lead and then a coordinator.</summary>
    [Id(0)] public int Levels { get; init; }

    /// <summary>Periods whose last day is before this one are submitted; null: none.</summary>
    [Id(1)] public DateOnly? SubmittedBefore { get; init; }

    /// <summary>Periods whose last day is before this one are approved; never after <see cref="SubmittedBefore"/>.</summary>
    [Id(2)] public DateOnly? ApprovedBefore { get; init; }

    /// <summary>Periods whose last day is before this one are closed, whatever was approved.</summary>
    [Id(3)] public DateOnly? ClosedBefore { get; init; }

    /// <summary>Every act, in the order of the journal.</summary>
    [Id(4)] public IReadOnlyList<ApprovalEntry> Acts { get; init; } = [];

    /// <summary>The status of some days: that of the last of them, on which a measurement of them is booked.</summary>
    public PeriodStatus Of(DayRange days) =>
        days.Last < ClosedBefore ? PeriodStatus.Closed
        : days.Last < ApprovedBefore ? PeriodStatus.Approved
        : days.Last < SubmittedBefore ? PeriodStatus.Submitted
        : PeriodStatus.Open;

    /// <summary>The first day that may still change; null when every day may.</summary>
    public DateOnly? OpenFrom => new[] { SubmittedBefore, ApprovedBefore, ClosedBefore }.Max();
}

/// <summary>One act as it was recorded, and how far things stood after it.</summary>
/// <param name="Act">The act.</param>
/// <param name="SubmittedBefore">See <see cref="Approval.SubmittedBefore"/>.</param>
/// <param name="ApprovedBefore">See <see cref="Approval.ApprovedBefore"/>.</param>
/// <param name="Sequence">The sequence of its record in the pilot's journal stream.</param>
/// <param name="RecordedAt">When.</param>
[GenerateSerializer, Immutable, Alias("ApprovalEntry")]
public sealed record ApprovalEntry(
    [property: Id(0)] ApprovalAct Act,
    [property: Id(1)] DateOnly? SubmittedBefore,
    [property: Id(2)] DateOnly? ApprovedBefore,
    [property: Id(3)] long Sequence,
    [property: Id(4)] DateTimeOffset RecordedAt);

/// <summary>What became of an act.</summary>
[GenerateSerializer, Immutable, Alias("ApprovalAnswer")]
public sealed record ApprovalAnswer
{
    /// <summary>How things stand now; null when the act was refused.</summary>
    [Id(0)] public Approval? Approval { get; init; }

    /// <summary>What was refused.</summary>
    [Id(1)] public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The HTTP status of a refusal: 404, 409 or 422.</summary>
    [Id(2)] public int Status { get; init; } = 200;

    /// <summary>Whether the same act was recorded already and nothing moved.</summary>
    [Id(3)] public bool Repeated { get; init; }
}
