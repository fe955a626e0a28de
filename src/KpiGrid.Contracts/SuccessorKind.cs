namespace KpiGrid;

/// <summary>How a municipality continues under another code.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("SuccessorKind")]
public enum SuccessorKind : byte
{
    /// <summary>Its territory became part of the successor.</summary>
    Merged = 1,

    /// <summary>The same territory under a new code.</summary>
    Renumbered = 2,
}
