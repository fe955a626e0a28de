using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Explain;

/// <summary>The measurements behind a total; the parts of all pages add up to it.</summary>
internal sealed record ExplainAnswer
{
    public required string Node { get; init; }
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The total of all pages, the same on each.</summary>
    public required PeriodAnswer Total { get; init; }

    public required IReadOnlyList<EntryAnswer> Lines { get; init; }

    /// <summary>What of all pages the caller may not read, the same on each; null when nothing is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenAnswer? Hidden { get; init; }
    public required PageAnswer Page { get; init; }
}

/// <summary>A page.</summary>
/// <param name="Limit">How many items it may hold.</param>
/// <param name="Next">What to ask for next; null on the last page.</param>
internal sealed record PageAnswer(int Limit, string? Next);
