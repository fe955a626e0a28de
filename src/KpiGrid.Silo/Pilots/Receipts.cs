using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>Makes receipts.</summary>
internal static class Receipts
{
    public static Receipt Of(
        PilotId pilot, MeasurementId id, Content content, int revision, long sequence, bool repeated, Approval approval) => new()
    {
        Id = id,
        Stream = content.Stream(pilot),
        Sequence = sequence,
        Revision = revision,
        Repeated = repeated,
        A = content.A,
        B = content.Kind.HasParts() ? content.B : null,
        Unit = content.Unit,
        PeriodStatus = approval.Of(content.Days),
    };

    /// <summary>The answer to a push that is only tried: what it would record has no sequence.</summary>
    public static PushAnswer NothingStored(PushAnswer answer, JournalHead head) => answer with
    {
        Token = null,
        Receipts = answer.Receipts.Select(receipt =>
            receipt.Sequence > head.Sequence ? receipt with { Sequence = 0 } : receipt).ToArray(),
    };

    public static PushAnswer NoSuchPilot(PilotId pilot) => new()
    {
        Refusals = [new(0, 404, new("pilot", pilot.Value, "pilot-unknown", "Create it first: PUT /v1/pilots/{id}."))],
    };

    /// <summary>A content as a person would say it.</summary>
    public static string Text(Content content) => content.IsSilence ? "a reason for silence"
        : content.Kind == KpiKind.Score ? $"score {content.CellClass}"
        : content.Kind.HasParts() ? $"{content.A} / {content.B} {content.Unit}"
        : $"{content.A} {content.Unit}";
}
