namespace KpiGrid;

/// <summary>What a value can be divided by, besides inhabitants and money.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("NormaliserKind")]
public enum NormaliserKind : byte
{
    /// <summary>Floor area in m2: of a municipality its building stock, of a pilot what it builds or keeps.</summary>
    M2 = 1,

    /// <summary>Full-time equivalents that work there.</summary>
    Fte = 2,
}
