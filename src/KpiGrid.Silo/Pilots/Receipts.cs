namespace KpiGrid.Silo.Pilots;

/// <summary>Makes receipts.</summary>
internal static class Receipts
{
    public static Receipt Of(
        PilotId pilot, MeasurementId id, Content content, int revision, long sequence, bool repeated) => new()
    {
        Id = id,
        Stream = content.Stream(pilot),
        Sequence = sequence,
        Revision = revision,
        Repeated = repeated,
        A = content.A,
        B = content.Kind.HasParts() ? content.B : null,
        Unit = content.Unit,
    };

    /// <summary>A content as a person would say it.</summary>
    public static string Text(Content content) => content.IsSilence ? "a reason for silence"
        : content.Kind == KpiKind.Score ? $"score {content.CellClass}"
        : content.Kind.HasParts() ? $"{content.A} / {content.B} {content.Unit}"
        : $"{content.A} {content.Unit}";
}
