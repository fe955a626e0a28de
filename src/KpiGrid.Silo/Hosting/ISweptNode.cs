using Orleans.Concurrency;

namespace KpiGrid.Silo.Hosting;

/// <summary>A node that the head sweep tells of heads that storage has shown.</summary>
[Alias("ISweptNode")]
internal interface ISweptNode : IGrainWithStringKey
{
    /// <summary>Storage showed these; the node pokes the children it holds less of.</summary>
    [Alias("Seen"), OneWay, AlwaysInterleave]
    Task Seen(IReadOnlyList<HeadSeen> heads);
}

/// <summary>A journal stream, or all of a municipality, at a version that storage showed.</summary>
/// <param name="Stream">The stream; for a region's child <c>municipality/…</c> stands for all that feeds it.</param>
/// <param name="Version">The version.</param>
[GenerateSerializer, Immutable, Alias("HeadSeen")]
internal readonly record struct HeadSeen([property: Id(0)] string Stream, [property: Id(1)] NodeVersion Version);
