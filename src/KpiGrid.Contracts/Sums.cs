namespace KpiGrid;

/// <summary>A question for totals of one KPI.</summary>
[GenerateSerializer, Immutable, Alias("SumsQuestion")]
public sealed record SumsQuestion
{
    /// <summary>The KPI.</summary>
    [Id(0)] public required KpiCode Kpi { get; init; }

    /// <summary>The periods, in order, at most 1,000; already clipped to what is asked.</summary>
    [Id(1)] public required IReadOnlyList<DayRange> Periods { get; init; }

    /// <summary>What to split by.</summary>
    [Id(2)] public Split Split { get; init; }

    /// <summary>Only this class.</summary>
    [Id(3)] public ClassId? Class { get; init; }

    /// <summary>
    /// To a municipality: the days on which it is in the set asked for (null: all). Its flows of other days do not count;
    /// a standing value joins on the first day and leaves after the last.
    /// </summary>
    [Id(4)] public IReadOnlyList<DayRange>? Within { get; init; }

    /// <summary>Contain at least this push.</summary>
    [Id(5)] public PushToken? AtLeast { get; init; }
}

/// <summary>What an answer can be split by.</summary>
[GenerateSerializer, Alias("Split")]
public enum Split
{
    /// <summary>One line.</summary>
    None,

    /// <summary>One line a municipality.</summary>
    Municipality,

    /// <summary>One line a pilot; a pilot and a municipality can answer it, a region asks its members.</summary>
    Pilot,

    /// <summary>One line a class.</summary>
    Class,
}

/// <summary>Totals of one KPI at one node, before any division.</summary>
[GenerateSerializer, Immutable, Alias("Sums")]
public sealed record Sums
{
    /// <summary>The node's version.</summary>
    [Id(0)] public required NodeVersion Version { get; init; }

    /// <summary>When the node was last known to hold everything that storage holds.</summary>
    [Id(1)] public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>One sum per period asked, in order.</summary>
    [Id(2)] public required IReadOnlyList<PeriodSum> Periods { get; init; }

    /// <summary>The parts, by key in ordinal order; empty when no split was asked.</summary>
    [Id(3)] public IReadOnlyList<SumPart> Parts { get; init; } = [];
}

/// <summary>One line of a split.</summary>
/// <param name="Key">A municipality id, a pilot id or a class id.</param>
/// <param name="Periods">One sum per period asked, in order.</param>
[GenerateSerializer, Immutable, Alias("SumPart")]
public sealed record SumPart([property: Id(0)] string Key, [property: Id(1)] IReadOnlyList<PeriodSum> Periods);

/// <summary>The sum of one period: buckets that the reader folds, divides and shows.</summary>
[GenerateSerializer, Immutable, Alias("PeriodSum")]
public sealed record PeriodSum
{
    /// <summary>The days.</summary>
    [Id(0)] public required DayRange Days { get; init; }

    /// <summary>
    /// The sums, one per (series, class, currency, flag, provisional, confidential); empty means no value. For standing kinds the value
    /// in force on the last day.
    /// </summary>
    [Id(1)] public required IReadOnlyList<Bucket> Buckets { get; init; }

    /// <summary>For a distinct count: the members' hashes, each once.</summary>
    [Id(2)] public IReadOnlyList<UInt128> Members { get; init; } = [];

    /// <summary>Marks, such as <c>quarter-figure</c>, <c>inside-quarter-figure</c>, <c>straddles</c>.</summary>
    [Id(3)] public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>How much of what was expected is inside.</summary>
    [Id(4)] public Coverage Coverage { get; init; } = Coverage.None;

    /// <summary>For a distinct count: inputs that gave a number only, each once.</summary>
    [Id(5)] public IReadOnlyList<NumberOnly> Numbers { get; init; } = [];

    /// <summary>Measurement parts.</summary>
    public int N => Buckets.Sum(bucket => bucket.N);

    /// <summary>Whether confidential figures are inside.</summary>
    public bool IsConfidential => Buckets.Any(bucket => bucket.Confidential);

    /// <summary>Whether it is not told, because it would tell somebody's confidential figures.</summary>
    public bool IsSuppressed => Marks.Contains(Suppressed);

    /// <summary>The mark of a sum that is not told; sums it is added to are not told either.</summary>
    public const string Suppressed = "suppressed";
}

/// <summary>The sum of the cells of a period that differ only in their days.</summary>
/// <param name="Series">The definition series.</param>
/// <param name="Class">The class or score value.</param>
/// <param name="Currency">The currency of a money KPI.</param>
/// <param name="Flag">How it was obtained.</param>
/// <param name="Provisional">Whether better data will follow.</param>
/// <param name="Value">The sum.</param>
/// <param name="Confidential">Whether it is of figures that their pilots call confidential.</param>
[GenerateSerializer, Immutable, Alias("Bucket")]
public sealed record Bucket(
    [property: Id(0)] int Series,
    [property: Id(1)] ClassId? Class,
    [property: Id(2)] string? Currency,
    [property: Id(3)] Flag Flag,
    [property: Id(4)] bool Provisional,
    [property: Id(5)] CellValue Value,
    [property: Id(6)] bool Confidential = false)
{
    /// <summary>Measurement parts.</summary>
    public int N => Value.N;
}

/// <summary>Coverage in municipalities.</summary>
/// <param name="Reported">Expected municipalities all of whose expected KPI streams have reported.</param>
/// <param name="Expected">Municipalities of which something is expected.</param>
/// <param name="OldestInput">The earliest among the last days the expected streams have reported; null when none has.</param>
/// <param name="Meetings">By which rules whole figures and participants' own were settled, where they met.</param>
/// <param name="Approved">Expected municipalities all of whose expected KPI streams belong to pilots that have the period approved.</param>
[GenerateSerializer, Immutable, Alias("Coverage")]
public sealed record Coverage(
    [property: Id(0)] int Reported, [property: Id(1)] int Expected, [property: Id(2)] DateOnly? OldestInput,
    [property: Id(3)] Meetings Meetings = Meetings.None, [property: Id(4)] int Approved = 0)
{
    /// <summary>Nothing expected.</summary>
    public static Coverage None { get; } = new(0, 0, null);
}

/// <summary>An input of a distinct count that gave a number instead of members; it bounds the count.</summary>
/// <param name="Input">Which input, so that it is met once in a union.</param>
/// <param name="Number">The number.</param>
[GenerateSerializer, Immutable, Alias("NumberOnly")]
public readonly record struct NumberOnly([property: Id(0)] UInt128 Input, [property: Id(1)] Amount Number);
