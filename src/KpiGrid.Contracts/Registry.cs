namespace KpiGrid;

/// <summary>A change of one registry noun: its facts in full, with author and reason.</summary>
[GenerateSerializer, Immutable, Alias("RegistryChange")]
public sealed record RegistryChange
{
    /// <summary>The facts as UTF-8 JSON in the noun's shape.</summary>
    [Id(0)] public required byte[] Facts { get; init; }

    /// <summary>Who: an opaque actor id.</summary>
    [Id(1)] public required string Author { get; init; }

    /// <summary>Why; required from the second record on.</summary>
    [Id(2)] public string? Reason { get; init; }

    /// <summary>The head of the noun's journal stream the change was made on; null: whatever it is.</summary>
    [Id(3)] public long? IfMatch { get; init; }
}

/// <summary>The facts of one registry noun as of one record.</summary>
/// <param name="Facts">UTF-8 JSON in the noun's shape.</param>
/// <param name="Head">The sequence of the record; a definition's version.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Author">An opaque actor id.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("RegistryEntry")]
public sealed record RegistryEntry(
    [property: Id(0)] byte[] Facts,
    [property: Id(1)] long Head,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] string Author,
    [property: Id(4)] string? Reason);

/// <summary>What became of a registry change.</summary>
[GenerateSerializer, Immutable, Alias("RegistryAnswer")]
public sealed record RegistryAnswer
{
    /// <summary>The noun as it now stands; null when the change was refused.</summary>
    [Id(0)] public RegistryEntry? Entry { get; init; }

    /// <summary>What was refused.</summary>
    [Id(1)] public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The HTTP status of a refusal: 409, 412 or 422.</summary>
    [Id(2)] public int Status { get; init; } = 200;

    /// <summary>Whether the same facts were there already and nothing was recorded.</summary>
    [Id(3)] public bool Repeated { get; init; }
}

/// <summary>A page of registry nouns by id in ordinal order.</summary>
/// <param name="Items">Id and facts.</param>
/// <param name="Next">The id to ask after for the next page; null on the last one.</param>
[GenerateSerializer, Immutable, Alias("RegistryPage")]
public sealed record RegistryPage([property: Id(0)] IReadOnlyList<RegistryItem> Items, [property: Id(1)] string? Next);

/// <summary>One noun of a page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">Its facts.</param>
[GenerateSerializer, Immutable, Alias("RegistryItem")]
public sealed record RegistryItem([property: Id(0)] string Id, [property: Id(1)] RegistryEntry Entry);
