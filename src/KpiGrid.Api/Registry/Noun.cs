using System.Text.Json;
using KpiGrid.Api.Access;

namespace KpiGrid.Api.Registry;

/// <summary>A kind of registry noun: how its ids look, where it lives, what its facts must satisfy.</summary>
/// <param name="Name">The word in keys and lists, such as <c>municipality</c>.</param>
/// <param name="IdForm">How its ids look, for the sender.</param>
/// <param name="IsId">Whether a text is an id of this noun.</param>
/// <param name="Check">What is wrong with facts.</param>
internal sealed record Noun<TFacts>(
    string Name, string IdForm, Func<string, bool> IsId, Func<TFacts, IReadOnlyList<Problem>> Check)
    where TFacts : class
{
    /// <summary>Puts facts; at the registry's grain unless the noun writes its own.</summary>
    public Func<IGrainFactory, string, RegistryChange, Task<RegistryAnswer>> Put { get; init; } =
        (grains, id, change) => grains.GetGrain<IRegistryGrain>($"{Name}/{id}").Put(change);

    /// <summary>Reads the noun as of now or of an instant.</summary>
    public Func<IGrainFactory, string, DateTimeOffset?, Task<RegistryEntry?>> Read { get; init; } =
        (grains, id, asOf) => grains.GetGrain<IRegistryGrain>($"{Name}/{id}").Read(asOf);

    /// <summary>Whether it can be read as of an instant.</summary>
    public bool HasPast { get; init; } = true;

    /// <summary>What changing it needs of the caller; what belongs to nobody takes an admin.</summary>
    public Need ToChange { get; init; } = new(Verbs.Govern);

    /// <summary>Why a caller may not put these facts, where that depends on them; null when they may.</summary>
    public Func<HttpContext, string, TFacts, ValueTask<IResult?>> MayNotPut { get; init; } = (_, _, _) => new((IResult?)null);

    /// <summary>What reading it needs; names of places and definitions are for everybody with a key.</summary>
    public Need ToRead { get; init; } = new(Verbs.None);

    /// <summary>Which of some ids a list shows; null where it shows all.</summary>
    public Func<HttpContext, IEnumerable<string>, Task<HashSet<string>>>? Shown { get; init; }

    public Problem Unknown(string id) =>
        new("id", id, $"{Name}-unknown", "See the list for the ids there are, or create it with PUT.");

    public static TFacts Facts(RegistryEntry entry) =>
        JsonSerializer.Deserialize<TFacts>(entry.Facts, KpiGridJson.Options)!;
}
