namespace KpiGrid;

/// <summary>What a region is.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("RegionKind")]
public enum RegionKind : byte
{
    /// <summary>A country.</summary>
    Country = 1,

    /// <summary>A province or administrative region.</summary>
    Province = 2,

    /// <summary>An intermunicipal body.</summary>
    Body = 3,

    /// <summary>A network of municipalities.</summary>
    Network = 4,

    /// <summary>A learning track.</summary>
    Track = 5,

    /// <summary>A joint project.</summary>
    Project = 6,
}
