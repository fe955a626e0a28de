namespace KpiGrid;

/// <summary>What somebody may do, at the place or pilot it is granted on.</summary>
/// <remarks>
/// Everything that is not granted is refused. Reading what is published needs no role.
/// Zero is none of them, so that a missing one is noticed.
/// </remarks>
[GenerateSerializer, Alias("Role")]
public enum Role : byte
{
    /// <summary>Does everything; granted on the whole installation only.</summary>
    Admin = 1,

    /// <summary>Reads and keeps a region and the pilots in it.</summary>
    Coordinator = 2,

    /// <summary>Reports a pilot and keeps its facts, except who has which share and what it may spend.</summary>
    Lead = 3,

    /// <summary>Reports on behalf of the members of a region, in pilots that only they share.</summary>
    Body = 4,

    /// <summary>Reads a region, or everything, and writes nothing.</summary>
    Analyst = 5,

    /// <summary>Reads like an analyst, and the audit trail as well.</summary>
    Auditor = 6,
}
