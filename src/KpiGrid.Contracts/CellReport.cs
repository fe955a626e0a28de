namespace KpiGrid;

/// <summary>What a child tells a parent: absolute values of the cells that changed, never a delta.</summary>
/// <remarks>
/// The parent ignores it if <see cref="Version"/> is not above what it holds, applies it if it is whole or
/// <see cref="Base"/> is what it holds, and else answers "send whole". Repeats, losses and reordering change nothing.
/// </remarks>
[GenerateSerializer, Immutable, Alias("CellReport")]
public sealed record CellReport
{
    /// <summary>The child: a pilot id towards a municipality, a municipality id towards a region.</summary>
    [Id(0)] public required string Child { get; init; }

    /// <summary>The last version the parent acknowledged; <see cref="NodeVersion.None"/> in a whole report.</summary>
    [Id(1)] public required NodeVersion Base { get; init; }

    /// <summary>The version the parent holds after this report.</summary>
    [Id(2)] public required NodeVersion Version { get; init; }

    /// <summary>Whether this is everything the child has, in place of what the parent holds.</summary>
    [Id(3)] public required bool Whole { get; init; }

    /// <summary>The cells that changed since <see cref="Base"/>, or all of them.</summary>
    [Id(4)] public required CellBlock Cells { get; init; }

    /// <summary>The duties that changed since <see cref="Base"/>, or all of them.</summary>
    [Id(5)] public required IReadOnlyList<Duty> Duties { get; init; }
}

/// <summary>A parent's answer to a report.</summary>
/// <param name="Acknowledged">The version of that child the parent now holds.</param>
/// <param name="SendWhole">Whether the child must send everything.</param>
/// <param name="Parent">The parent's own version, now.</param>
[GenerateSerializer, Immutable, Alias("ReportAnswer")]
public sealed record ReportAnswer(
    [property: Id(0)] NodeVersion Acknowledged, [property: Id(1)] bool SendWhole, [property: Id(2)] NodeVersion Parent);
