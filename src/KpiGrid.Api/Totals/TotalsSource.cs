using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Gets sums from the nodes: one call for a plain place, several for what no single node knows.</summary>
internal sealed class TotalsSource(
    IGrainFactory grains, LocalDays days, Suppression suppression, IOptions<QuestionOptions> options)
{
    /// <summary>Whether a region answers from its own memory.</summary>
    public static bool AsksRegion(IReadOnlyList<PlaceRef> places, TotalsQuestion question) =>
        places is [{ Kind: PlaceKind.Region }] && question is { AsOf: null, Split: not Split.Pilot, Without.IsNobody: true };

    /// <summary>The sums, as far as the caller may be told; null and an error when more would have to be asked than is
    /// allowed.</summary>
    public async Task<Sums?> Read(KnownPlaces places, TotalsQuestion question, QuestionErrors errors) =>
        await Whole(places, question, errors) is not { } sums ? null : await suppression.Of(
            sums, DisclosureQuestion.Of(places, question.Kpi, question.Caller) with
            {
                Split = question.Split, Class = question.Class, AsOf = question.AsOf, ByClass = question.Reading is not null,
            });

    private async Task<Sums?> Whole(KnownPlaces places, TotalsQuestion question, QuestionErrors errors)
    {
        if (places.Only is { Kind: PlaceKind.Pilot } pilot) return await OfPilot(pilot, question);
        if (question.AsOf is { } asOf) return await AsOf(places, question, asOf, errors);
        if (AsksRegion(places.Refs, question)) return await Ready(() => Region(places.Refs[0]).Sums(question.Sums));
        if (places.Only is { Kind: PlaceKind.Municipality } only)
            return await Ready(() => Municipality(only.Id).Sums(question.Sums));
        return await OfUnion(places, question, errors);
    }

    private async Task<Sums> OfPilot(PlaceRef place, TotalsQuestion question)
    {
        var asked = question.Split == Split.Pilot ? question.Sums with { Split = Split.None } : question.Sums;
        var sums = question.AsOf is { } asOf
            ? Past(await Stream(PilotId.Parse(place.Id), question.Kpi).SumsAsOf(asked, asOf, null), asked)
            : await grains.GetGrain<IPilotGrain>(place.Id).Sums(asked);
        return question.Split == Split.Pilot ? sums with { Parts = [new(place.Id, sums.Periods)] } : sums;
    }

    /// <summary>The past of a pilot comes by municipality, and only those parts know their coverage.</summary>
    private static Sums Past(Sums past, SumsQuestion question)
    {
        var covered = Fold.AddAll(question.Periods, [.. past.Parts.Select(part => part.Periods)]);
        return past with
        {
            Periods = [.. past.Periods.Select((sum, at) => sum with { Coverage = covered[at].Coverage })],
            Parts = question.Split switch
            {
                Split.Municipality => past.Parts,
                Split.Class => SumsUnion.Classes(past.Periods),
                _ => [],
            },
        };
    }

    private async Task<Sums?> OfUnion(KnownPlaces places, TotalsQuestion question, QuestionErrors errors)
    {
        var members = Members(places, question.Days, errors);
        if (errors.Any) return null;
        if (!question.Without.IsNobody)
            return Union(question.Sums, question.Without.From(await Whole(members, question.Sums with { Split = Split.Pilot })));
        var asked = question.Split == Split.Municipality ? question.Sums with { Split = Split.None } : question.Sums;
        return Union(question.Sums, await Whole(members, asked));
    }

    /// <summary>What municipalities answered, put together as one.</summary>
    public Sums Union(SumsQuestion question, IReadOnlyList<(MunicipalityId Municipality, Sums Sums)> answers) =>
        SumsUnion.OfMunicipalities(question, answers, None);

    /// <summary>What each municipality answers, on the days that count; whoever asks, no sum that has confidential figures in
    /// it.</summary>
    public async Task<IReadOnlyList<(MunicipalityId Municipality, Sums Sums)>> Each(
        IEnumerable<KeyValuePair<MunicipalityId, IReadOnlyList<DayRange>>> members, SumsQuestion question) =>
        [.. (await Whole(members, question)).Select(answer => (answer.Municipality, Suppression.Withheld(answer.Sums)))];

    /// <summary>What each pilot answers, with everything it allocated anywhere; whoever asks, no sum that has confidential
    /// figures in it.</summary>
    public async Task<IReadOnlyList<(PilotId Pilot, Sums Sums)>> Each(IEnumerable<PilotId> pilots, SumsQuestion question) =>
        [.. (await Whole(pilots, question)).Select(answer => (answer.Pilot, Suppression.Withheld(answer.Sums)))];

    /// <summary>The same with confidential figures: who asks for it decides what it tells.</summary>
    public Task<IReadOnlyList<(MunicipalityId Municipality, Sums Sums)>> Whole(
        IEnumerable<KeyValuePair<MunicipalityId, IReadOnlyList<DayRange>>> members, SumsQuestion question) =>
        FanOut.All(members, options.Value.CallsAtOnce, async member =>
            (member.Key, await Ready(() => Municipality(member.Key.Value).Sums(question with { Within = member.Value }))));

    /// <summary>The same with confidential figures: who asks for it decides what it tells.</summary>
    public Task<IReadOnlyList<(PilotId Pilot, Sums Sums)>> Whole(IEnumerable<PilotId> pilots, SumsQuestion question) =>
        FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (pilot, await grains.GetGrain<IPilotGrain>(pilot.Value).Sums(question)));

    private async Task<Sums?> AsOf(
        KnownPlaces places, TotalsQuestion question, DateTimeOffset asOf, QuestionErrors errors)
    {
        var members = Members(places, question.Days, errors);
        if (errors.Any) return null;
        // A pilot whose measurements have all been withdrawn since was there: ask for the pilots of every KPI.
        var pilots = await Pilots(members, null);
        if (IsTooMany(pilots.Count, "pilots", errors)) return null;
        var answers = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot => (pilot.Key,
            await Stream(pilot.Key, question.Kpi).SumsAsOf(question.Sums, asOf, pilot.Value)));
        return SumsUnion.OfPilots(question.Sums, answers, None);
    }

    /// <summary>The pilots of some municipalities, each with those of them that it has to do with.</summary>
    public async Task<IReadOnlyDictionary<PilotId, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>>>
        Pilots(IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members, KpiCode? kpi)
    {
        var found = await FanOut.All(members, options.Value.CallsAtOnce, async member =>
            (Member: member, Pilots: await Ready(() => Municipality(member.Key.Value).Pilots(kpi))));
        return found.SelectMany(pair => pair.Pilots.Select(pilot => (Pilot: pilot, pair.Member)))
            .GroupBy(pair => pair.Pilot, pair => pair.Member)
            .OrderBy(group => group.Key)
            .ToDictionary(group => group.Key,
                IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> (group) => group.ToDictionary());
    }

    public IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> Members(
        KnownPlaces places, DayRange range, QuestionErrors errors)
    {
        var members = places.Days.In(range);
        IsTooMany(members.Count, "municipalities", errors);
        return members;
    }

    private bool IsTooMany(int count, string noun, QuestionErrors errors)
    {
        if (count <= options.Value.FanOutMax) return false;
        errors.Refuse("place", count.ToString(System.Globalization.CultureInfo.InvariantCulture), "too-much-to-ask",
            $"This question asks every one of the {noun}, at most {options.Value.FanOutMax}: ask for a smaller place.");
        return true;
    }

    private Task<T> Ready<T>(Func<Task<T>> ask) =>
        Readily.Ask(options.Value.ReadyWithin, ask);

    private Sums None => new() { Version = NodeVersion.None, ConfirmedAt = days.Now, Periods = [] };

    private IRegionGrain Region(PlaceRef place) => grains.GetGrain<IRegionGrain>(place.Id);

    private IMunicipalityGrain Municipality(string id) => grains.GetGrain<IMunicipalityGrain>(id);

    private IKpiStreamGrain Stream(PilotId pilot, KpiCode kpi) => grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}");
}
