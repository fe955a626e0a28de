using System.Collections.Concurrent;
using System.Text.Json;

namespace KpiGrid.Api.Questions;

/// <summary>A registry noun as of one record.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="Entry">The record's part in it.</param>
internal sealed record KnownNoun<TFacts>(TFacts Facts, RegistryEntry Entry);

/// <summary>Reads registry nouns, and keeps them a moment: every question names a KPI and a place.</summary>
/// <remarks>
/// That there is no such noun is never kept, so a noun just made is found. Who asks for what is being read waits for that
/// reading: the first thousand requests with one key cost storage one.
/// </remarks>
internal sealed class KnownNouns(IGrainFactory grains, TimeProvider time)
{
    private const int KeptMax = 200_000;
    private readonly ConcurrentDictionary<string, (long Read, object Noun)> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);

    /// <summary>A noun as it stands, read no longer ago than an age.</summary>
    public async ValueTask<KnownNoun<TFacts>?> Read<TFacts>(string stream, TimeSpan age)
    {
        if (kept.TryGetValue(stream, out var found) && time.GetElapsedTime(found.Read) < age)
            return (KnownNoun<TFacts>)found.Noun;
        if (age <= TimeSpan.Zero) return await ReadAsOf<TFacts>(stream, null);
        var own = new Reading(time.GetTimestamp(), new(() => Boxed<TFacts>(stream)));
        var reading = readings.GetOrAdd(stream, own);
        if (time.GetElapsedTime(reading.Began) >= age) return await ReadAsOf<TFacts>(stream, null);
        try
        {
            var noun = await reading.Noun.Value;
            if (noun is null && reading != own) return await ReadAsOf<TFacts>(stream, null);
            if (noun is not null) Keep(stream, reading, noun);
            return (KnownNoun<TFacts>?)noun;
        }
        finally
        {
            readings.TryRemove(new(stream, reading));
        }
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
    public void Forget(string stream)
    {
        readings.TryRemove(stream, out _);
        kept.TryRemove(stream, out _);
    }

    // One that was forgotten meanwhile read what was before.
    private void Keep(string stream, Reading reading, object noun)
    {
        if (!readings.TryGetValue(stream, out var still) || still != reading) return;
        if (kept.Count >= KeptMax) kept.Clear();
        kept[stream] = (reading.Began, noun);
    }

    private async Task<object?> Boxed<TFacts>(string stream) => await ReadAsOf<TFacts>(stream, null);

    private sealed record Reading(long Began, Lazy<Task<object?>> Noun);
}
