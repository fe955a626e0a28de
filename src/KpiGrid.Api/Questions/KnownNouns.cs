using System.Collections.Concurrent;
using System.Text.Json;

namespace KpiGrid.Api.Questions;

/// <summary>A registry noun as of one record.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="Entry">The record's part in it.</param>
internal sealed record KnownNoun<TFacts>(TFacts Facts, RegistryEntry Entry);

/// <summary>Reads registry nouns, and keeps them a moment: every question names a KPI and a place.</summary>
/// <remarks>That there is no such noun is never kept, so a noun just made is found.</remarks>
internal sealed class KnownNouns(IGrainFactory grains, TimeProvider time)
{
    private const int KeptMax = 200_000;
    private readonly ConcurrentDictionary<string, (long Read, object Noun)> kept = new(StringComparer.Ordinal);

    /// <summary>A noun as it stands, read no longer ago than an age.</summary>
    public async ValueTask<KnownNoun<TFacts>?> Read<TFacts>(string stream, TimeSpan age)
    {
        if (kept.TryGetValue(stream, out var found) && time.GetElapsedTime(found.Read) < age)
            return (KnownNoun<TFacts>)found.Noun;
        var read = time.GetTimestamp();
        var noun = await ReadAsOf<TFacts>(stream, null);
        if (noun is null) return null;
        if (kept.Count >= KeptMax) kept.Clear();
        kept[stream] = (read, noun);
        return noun;
    }

    /// <summary>A noun as of an instant; a pilot always as it stands.</summary>
    public async Task<KnownNoun<TFacts>?> ReadAsOf<TFacts>(string stream, DateTimeOffset? asOf)
    {
        var entry = stream.StartsWith("pilot/", StringComparison.Ordinal)
            ? await grains.GetGrain<IPilotGrain>(stream["pilot/".Length..]).Read()
            : await grains.GetGrain<IRegistryGrain>(stream).Read(asOf);
        return entry is null
            ? null
            : new(JsonSerializer.Deserialize<TFacts>(entry.Facts, KpiGridJson.Options)!, entry);
    }

    /// <summary>Whether a noun was read through this process before.</summary>
    public bool Holds(string stream) => kept.ContainsKey(stream);

    /// <summary>Forgets a noun that was just changed through this process, so that it is read as it now
    /// stands.</summary>
    public void Forget(string stream) => kept.TryRemove(stream, out _);
}
