using System.Text.Json.Serialization;

namespace KpiGrid.Api.Approvals;

/// <summary>How far the periods of a pilot are submitted, approved and closed, and every act, newest first.</summary>
internal sealed record StandingAnswer
{
    public required string Pilot { get; init; }

    /// <summary>How many have to say yes.</summary>
    public required int Levels { get; init; }

    /// <summary>Periods whose last day is before this one are submitted.</summary>
    public DateOnly? SubmittedBefore { get; init; }

    /// <summary>Periods whose last day is before this one are approved.</summary>
    public DateOnly? ApprovedBefore { get; init; }

    /// <summary>Periods whose last day is before this one are closed.</summary>
    public DateOnly? ClosedBefore { get; init; }

    public required IReadOnlyList<ActAnswer> Acts { get; init; }

    /// <summary>Of a POST: whether the same act was recorded already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Repeated { get; init; }

    public static StandingAnswer Of(string pilot, Approval approval) => new()
    {
        Pilot = pilot,
        Levels = approval.Levels,
        SubmittedBefore = approval.SubmittedBefore,
        ApprovedBefore = approval.ApprovedBefore,
        ClosedBefore = approval.ClosedBefore,
        Acts = [.. approval.Acts.Reverse().Select(entry => new ActAnswer(
            entry.Act.Id, entry.Act.Kind, entry.Act.Day, entry.Act.Reason, entry.Act.Author, entry.Sequence, entry.RecordedAt))],
    };
}

/// <summary>One act as it was recorded.</summary>
internal sealed record ActAnswer(
    string Id, ApprovalKind Act, DateOnly Day, string? Reason, string Author, long Sequence, DateTimeOffset RecordedAt);
