using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Rounds;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>An edition as it stands on record.</summary>
internal sealed record KnownEdition(EditionId Id, EditionFacts Facts, RegistryEntry Entry);

/// <summary>The editions of regions: read, and a new one put behind the last.</summary>
internal sealed class EditionShelf(IGrainFactory grains, IOptions<ApiOptions> limits)
{
    private const int TriesMax = 10;

    /// <summary>One edition, its hash checked; null when there is no such.</summary>
    /// <exception cref="JournalDamagedException">Its numbers are not those that its hash was made of.</exception>
    public async Task<KnownEdition?> Read(RegionId region, string number) =>
        EditionId.Read($"{region}/{number}") is { } id && await grains.GetGrain<IRegistryGrain>($"edition/{id}").Read(null) is { } entry
            ? Intact(Known(id, entry)) : null;

    /// <summary>All of a region, oldest first; for what they are, not for their numbers: no hash is checked.</summary>
    public async Task<IReadOnlyList<KnownEdition>> All(RegionId region)
    {
        var items = await RegionNouns.All(grains, "edition", region, limits.Value.PageSizeMax);
        return [.. items.Select(item => Known(EditionId.Read($"{region}/{item.Id}")!, item.Entry)).OrderBy(edition => edition.Id.Number)];
    }

    /// <summary>Puts an edition behind the last one; the same question asked again has the same edition.</summary>
    public async Task<(KnownEdition? Edition, bool Repeated, RegistryAnswer Answer)> Put(EditionFacts facts, string author)
    {
        for (var tries = 1; ; tries++)
        {
            var all = await All(facts.Region);
            if (all.FirstOrDefault(edition => IsSameQuestion(edition.Facts, facts)) is { } there)
                return (Intact(there), true, new());
            var id = new EditionId(facts.Region, (all.Count == 0 ? 0 : all[^1].Id.Number) + 1);
            var change = new RegistryChange
            {
                Facts = JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options), Author = author, IfMatch = 0,
            };
            var answer = await Writes.Once(() => grains.GetGrain<IRegistryGrain>($"edition/{id}").Put(change));
            if (answer.Entry is { } entry) return (Known(id, entry), answer.Repeated, answer);
            // Somebody else has just made the one of this number.
            if (answer.Status != StatusCodes.Status412PreconditionFailed || tries == TriesMax) return (null, false, answer);
        }
    }

    private static bool IsSameQuestion(EditionFacts one, EditionFacts other) =>
        (one.CutOff, one.Round, one.From, one.To, one.By) == (other.CutOff, other.Round, other.From, other.To, other.By)
        && one.Kpis.Select(kpi => kpi.Kpi).SequenceEqual(other.Kpis.Select(kpi => kpi.Kpi));

    private static KnownEdition Known(EditionId id, RegistryEntry entry) =>
        new(id, JsonSerializer.Deserialize<EditionFacts>(entry.Facts, KpiGridJson.Options)!, entry);

    private static KnownEdition Intact(KnownEdition edition) => edition.Facts.IsIntact ? edition : throw new JournalDamagedException(
        $"edition/{edition.Id} does not hold the numbers that its hash {edition.Facts.Hash} was made of");
}
