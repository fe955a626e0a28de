namespace KpiGrid;

/// <summary>A key: who acts with it, what it opens, until when. The registry holds only the hash of its secret.</summary>
/// <remarks>
/// A session of a person and a sign-in link are keys too, so all three are granted, expire, are revoked and are audited
/// alike. No personal data: the actor is an opaque id, the label names a machine or a purpose.
/// </remarks>
[GenerateSerializer, Immutable, Alias("KeyFacts")]
public sealed record KeyFacts
{
    /// <summary>The opaque id of who acts, <c>[a-z0-9-]{1,64}</c>; it stands in every record written with the key.</summary>
    [Id(0)]
    public string Actor { get; init; } = "";

    /// <summary>What it is for.</summary>
    [Id(1)]
    public string Label { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>What kind of key it is.</summary>
    [Id(2)]
    public KeyUse Use { get; init; }

    /// <summary>The SHA-256 of its secret, as 64 lower-case hexadecimal digits.</summary>
    [Id(3)]
    public string Hash { get; init; } = "";

    /// <summary>What it opens; 1 to 100 grants.</summary>
    [Id(4)]
    public IReadOnlyList<Grant> Grants { get; init => field = value.ToArray(); } = [];

    /// <summary>The instant from which it opens nothing.</summary>
    [Id(5)]
    public DateTimeOffset Expires { get; init; }

    /// <summary>Whether it was taken back, or, for a sign-in link, used.</summary>
    [Id(6)]
    public bool Revoked { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => KeyCheck.Of(this);
}
