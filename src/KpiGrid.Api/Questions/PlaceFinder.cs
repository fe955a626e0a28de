using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Questions;

/// <summary>Finds what a question names.</summary>
internal sealed class PlaceFinder(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>The KPI; null and an error when there is none.</summary>
    /// <remarks>Before its first record it is read as it now stands: its kind never changes, and nothing was
    /// there.</remarks>
    public async Task<KnownNoun<KpiFacts>?> Kpi(KpiCode code, DateTimeOffset? asOf, QuestionErrors errors)
    {
        var noun = await Read<KpiFacts>($"kpi/{code}", asOf) ?? await Read<KpiFacts>($"kpi/{code}", null);
        if (noun is null)
            errors.Unknown("kpi", code.Value, "kpi-unknown", Remedy("KPI", "/v1/kpis", null));
        return noun;
    }

    /// <summary>The places; null and an error for each that is not there.</summary>
    public async Task<KnownPlaces?> Places(IReadOnlyList<PlaceRef> places, DateTimeOffset? asOf, QuestionErrors errors)
    {
        var days = new MunicipalityDays();
        var missing = false;
        DateTimeOffset? changedAt = null;
        foreach (var place in places)
        {
            var recordedAt = place.IsReadable ? await Add(place, asOf, days) : null;
            if (recordedAt is null)
            {
                missing = true;
                errors.Unknown(place.Noun, place.Id, $"{place.Noun}-unknown",
                    Remedy(place.Noun, $"/v1/{place.ToString().Split('/')[0]}", asOf));
            }
            else if (place.Kind == PlaceKind.Region && !(recordedAt < changedAt))
            {
                changedAt = recordedAt;
            }
        }
        return missing ? null : new(places, days, changedAt);
    }

    private Task<DateTimeOffset?> Add(PlaceRef place, DateTimeOffset? asOf, MunicipalityDays days) => place.Kind switch
    {
        PlaceKind.Pilot => Add<PilotFacts>(place, asOf, facts =>
        {
            foreach (var share in facts.Shares) days.Add(share.Municipality, DayRange.Always);
        }),
        PlaceKind.Municipality => Add<MunicipalityFacts>(place, asOf, _ =>
            days.Add(MunicipalityId.Parse(place.Id), DayRange.Always)),
        _ => Add<RegionFacts>(place, asOf, facts =>
        {
            foreach (var member in facts.Members)
                days.Add(member.Municipality, DayRange.Between(member.From, member.To));
        }),
    };

    private async Task<DateTimeOffset?> Add<TFacts>(PlaceRef place, DateTimeOffset? asOf, Action<TFacts> add)
    {
        if (await Read<TFacts>(place.Stream, asOf) is not { } noun) return null;
        add(noun.Facts);
        return noun.Entry.RecordedAt;
    }

    private async Task<KnownNoun<TFacts>?> Read<TFacts>(string stream, DateTimeOffset? asOf) => asOf is null
        ? await nouns.Read<TFacts>(stream, options.Value.FactsAge)
        : await nouns.ReadAsOf<TFacts>(stream, asOf);

    private static string Remedy(string noun, string list, DateTimeOffset? asOf) => asOf is null
        ? $"There is no such {noun}; GET {list} lists those there are."
        : $"There was no such {noun} at that instant; ask for a later one or leave out asOf.";
}
