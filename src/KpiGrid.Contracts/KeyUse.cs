namespace KpiGrid;

/// <summary>What a key is used as.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("KeyUse")]
public enum KeyUse : byte
{
    /// <summary>A machine sends it with each request.</summary>
    Machine = 1,

    /// <summary>A person opens it once and gets a session.</summary>
    Link = 2,

    /// <summary>A person's browser holds it in a cookie.</summary>
    Session = 3,
}
