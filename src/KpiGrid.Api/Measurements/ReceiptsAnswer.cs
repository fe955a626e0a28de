using System.Text.Json.Serialization;

namespace KpiGrid.Api.Measurements;

/// <summary>What became of a push, in input order.</summary>
internal sealed record ReceiptsAnswer(int Recorded, int Repeated, string? Token, IReadOnlyList<ReceiptAnswer> Receipts)
{
    /// <summary>Whether nothing was stored and the receipts say what would be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DryRun { get; init; }

    public static ReceiptsAnswer Of(PushAnswer answer, bool dryRun)
    {
        var repeated = answer.Receipts.Count(receipt => receipt.Repeated);
        return new(
            answer.Receipts.Count - repeated, repeated, answer.Token?.ToString(),
            [.. answer.Receipts.Select(ReceiptAnswer.Of)])
        {
            DryRun = dryRun,
        };
    }
}

/// <summary>The receipt of one measurement or correction.</summary>
internal sealed record ReceiptAnswer(
    string Id, string Kpi, string Stream, long Sequence, int Revision, string Status, Amount Value, string Unit)
{
    /// <summary>The denominator or weight, where the kind has parts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? B { get; init; }

    public static ReceiptAnswer Of(Receipt receipt) => new(
        receipt.Id.Value, receipt.Stream.Kpi.Value, receipt.Stream.ToString(), receipt.Sequence, receipt.Revision,
        receipt.Repeated ? "repeated" : "recorded", receipt.A, receipt.Unit)
    {
        B = receipt.B,
    };
}
