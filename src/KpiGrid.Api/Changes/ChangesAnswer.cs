using System.Text.Json.Serialization;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Changes;

/// <summary>What a total was at an instant and is now, and what was said since about the measurements in it.</summary>
internal sealed record ChangesAnswer
{
    public required string Node { get; init; }
    public required string Kpi { get; init; }
    public required string Unit { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>The total as it was known then, by the members, shares and definition of then; null before there was
    /// the place or the KPI.</summary>
    public required PeriodAnswer? Then { get; init; }

    public required PeriodAnswer Now { get; init; }

    /// <summary>What it has grown by; null where one of the totals is no single value, or the unit has changed.</summary>
    /// <remarks>Shares and members may have changed too: their revisions are in the audit of the noun.</remarks>
    public Amount? Difference { get; init; }

    /// <summary>The revisions of measurements in the days asked, now or before, the latest first.</summary>
    public required IReadOnlyList<RevisionAnswer> Revisions { get; init; }

    /// <summary>How many older ones the limit left out.</summary>
    public int More { get; init; }

    /// <summary>What the caller may not read; null when nothing is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenRevisions? Hidden { get; init; }
}

/// <summary>One revision: what a measurement counted before, what it counts by it, and the statement as recorded.</summary>
/// <param name="Before">Null where it was not there, withdrawn or a reason for silence.</param>
/// <param name="After">Likewise.</param>
/// <param name="Entry">The statement; of a withdrawal with the content it took out.</param>
internal sealed record RevisionAnswer(CountedAnswer? Before, CountedAnswer? After, EntryAnswer Entry)
{
    public static RevisionAnswer Of(SeriesEntry? before, SeriesEntry entry, KpiKind kind) =>
        new(CountedAnswer.Of(before, kind), CountedAnswer.Of(entry, kind), EntryAnswer.Of(entry, kind));
}

/// <summary>What a measurement counts in its KPI's unit, with the denominator or weight of a kind that has one.</summary>
internal sealed record CountedAnswer(Amount A, Amount? B, string Unit)
{
    public static CountedAnswer? Of(SeriesEntry? entry, KpiKind kind) =>
        entry is null || entry.IsWithdrawn || entry.Sent.Silence is not null ? null
        : new(entry.A, kind.HasParts() ? entry.B : null, entry.Unit);
}

/// <summary>Revisions that are left out.</summary>
/// <param name="Pilots">Of how many pilots.</param>
/// <param name="Revisions">How many.</param>
internal sealed record HiddenRevisions(int Pilots, int Revisions);
