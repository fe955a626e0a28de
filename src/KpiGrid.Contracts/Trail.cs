namespace KpiGrid;

/// <summary>A question for who did what, newest first.</summary>
[GenerateSerializer, Immutable, Alias("TrailQuestion")]
public sealed record TrailQuestion
{
    /// <summary>Only this journal stream, such as <c>pilot/p1</c>; null for all.</summary>
    [Id(0)] public string? Stream { get; init; }

    /// <summary>Only this actor; null for all.</summary>
    [Id(1)] public string? Actor { get; init; }

    /// <summary>Recorded at or after.</summary>
    [Id(2)] public DateTimeOffset? From { get; init; }

    /// <summary>Recorded before.</summary>
    [Id(3)] public DateTimeOffset? To { get; init; }

    /// <summary>Only what comes after this line, that is, what is older; null from the newest on.</summary>
    [Id(4)] public TrailPlace? After { get; init; }

    /// <summary>The most lines, 1 to 1,000.</summary>
    [Id(5)] public required int Limit { get; init; }
}

/// <summary>Where a line of the trail stands; lines are ordered by time, then stream, then sequence.</summary>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Stream">The journal stream.</param>
/// <param name="Sequence">The record's place in it.</param>
[GenerateSerializer, Immutable, Alias("TrailPlace")]
public sealed record TrailPlace(
    [property: Id(0)] DateTimeOffset RecordedAt, [property: Id(1)] string Stream, [property: Id(2)] long Sequence);

/// <summary>Who did what to which node: one record of the journal, which is the audit entry itself.</summary>
/// <param name="Place">When and where it stands.</param>
/// <param name="Author">Actor and key: <c>actor/key</c>; never a name.</param>
/// <param name="Type"><c>facts</c>, <c>push</c>, <c>revise</c>, <c>late</c> or <c>told</c>.</param>
/// <param name="Entries">How many measurements, revisions or late marks it holds; 1 for facts.</param>
/// <param name="Reasons">Why, as given; at most ten different ones.</param>
/// <param name="Hash">The record's hash, which covers it and everything before it in its stream, in hexadecimal.</param>
[GenerateSerializer, Immutable, Alias("TrailLine")]
public sealed record TrailLine(
    [property: Id(0)] TrailPlace Place,
    [property: Id(1)] string Author,
    [property: Id(2)] string Type,
    [property: Id(3)] int Entries,
    [property: Id(4)] IReadOnlyList<string> Reasons,
    [property: Id(5)] string Hash);
