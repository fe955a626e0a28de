using System.Text.Json.Serialization;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Impact;

namespace KpiGrid.Api.Measurements;

/// <summary>What became of a push, in input order.</summary>
internal sealed record ReceiptsAnswer(int Recorded, int Repeated, string? Token, IReadOnlyList<ReceiptAnswer> Receipts)
{
    /// <summary>Of a partial push: how many items were refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Refused { get; init; }

    /// <summary>Whether nothing was stored and the receipts say what would be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DryRun { get; init; }

    /// <summary>Of a dry run: the numbers that look like slips beside what their streams hold; at most 100.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DoubtAnswer>? Doubts { get; init; }

    /// <summary>What it moved, where that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImpactAnswer? Impact { get; init; }

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

/// <summary>The receipt of one measurement or correction; of a refused one the problem and where it stood.</summary>
internal sealed record ReceiptAnswer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kpi { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stream { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Sequence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Revision { get; init; }

    /// <summary><c>recorded</c>, <c>repeated</c>, or in a partial push <c>refused</c>.</summary>
    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? Value { get; init; }

    /// <summary>The denominator or weight, where the kind has parts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? B { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>Whether what is said of its period may still change: open, submitted, approved or closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeriodStatus? PeriodStatus { get; init; }

    /// <summary>Why it was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusedAnswer? Problem { get; init; }

    public static ReceiptAnswer Of(Receipt receipt) => new()
    {
        Id = receipt.Id.Value,
        Kpi = receipt.Stream.Kpi.Value,
        Stream = receipt.Stream.ToString(),
        Sequence = receipt.Sequence,
        Revision = receipt.Revision,
        Status = receipt.Repeated ? "repeated" : "recorded",
        Value = receipt.A,
        B = receipt.B,
        Unit = receipt.Unit,
        PeriodStatus = receipt.PeriodStatus,
    };

    public static ReceiptAnswer Of<T>(IReadOnlyList<Refusal> refusals, Reading<T> reading)
    {
        var sent = reading.At(refusals[0].Index) as Measurement;
        return new()
        {
            Id = sent?.Id.Value,
            Kpi = sent?.Kpi.Value,
            Status = "refused",
            Problem = new(refusals[0].Status, [.. refusals.Select(reading.Error)]),
        };
    }
}

/// <summary>Why one item of a partial push was refused: the problem it would have been alone.</summary>
internal sealed record RefusedAnswer(int Status, IReadOnlyList<ErrorItem> Errors);
