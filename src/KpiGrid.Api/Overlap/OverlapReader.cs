using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Overlap;

/// <summary>Answers what is seen twice in places: asks each of their municipalities once for its pilots, so that every
/// figure of an answer is made of the same leaves.</summary>
internal sealed class OverlapReader(PlaceFinder finder, TotalsSource source, SplitNames names, Sight sight, Insight insight)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the totals of the places is asked
    /// before.</summary>
    public async Task<OverlapAnswer?> Read(OverlapQuestion question, Caller caller, QuestionErrors errors)
    {
        var kpi = await finder.Kpi(question.Kpi, null, errors);
        var union = await finder.Places(question.Places, null, errors);
        if (kpi is null || union is null) return null;
        Check(question, kpi.Facts, errors);
        var members = source.Members(union, question.Days, errors);
        if (errors.Any) return null;
        var leaves = new Leaves(source, insight, question, Definition.Of(question.Kpi, kpi), caller);
        if (await leaves.Of(members, errors) is not { } all) return null;
        var places = await Places(question, members, all, leaves, errors);
        return errors.Any ? null : await Answer(question, leaves, places, all, await Seen(caller, members.Keys, all));
    }

    private static void Check(OverlapQuestion question, KpiFacts kpi, QuestionErrors errors)
    {
        TotalsReader.CheckClass(kpi, question.Class, errors);
        if (!IsAdditive(kpi.Kind))
            errors.Refuse("kpi", question.Kpi.Value, "kpi-not-additive",
                "Only a flow, an event count or a stock adds up over places: ask for totals.");
    }

    /// <summary>Whether values of a kind add up over places.</summary>
    public static bool IsAdditive(KpiKind kind) => kind is KpiKind.Flow or KpiKind.EventCount or KpiKind.Stock;

    /// <summary>The places with their leaves: those of the union, but for municipalities that are in a place on other
    /// days.</summary>
    private async Task<IReadOnlyList<PlaceLeaves>> Places(
        OverlapQuestion question, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members,
        IReadOnlyCollection<Leaf> all, Leaves leaves, QuestionErrors errors)
    {
        var places = new List<PlaceLeaves>();
        foreach (var place in question.Places)
        {
            if (await finder.Places([place], null, errors) is not { } found) continue;
            var own = found.Days.In(question.Days);
            var others = own.Where(stay => !(members.TryGetValue(stay.Key, out var days) && days.SequenceEqual(stay.Value)))
                .ToDictionary();
            var same = all.Where(leaf => own.ContainsKey(leaf.Municipality) && !others.ContainsKey(leaf.Municipality));
            places.Add(new(place.ToString(), [.. own.Keys], [.. same, .. await leaves.Of(others, errors) ?? []]));
        }
        return places;
    }

    private async Task<OverlapAnswer> Answer(
        OverlapQuestion question, Leaves leaves, IReadOnlyList<PlaceLeaves> places, IReadOnlyCollection<Leaf> all, Seen seen)
    {
        var wholes = await leaves.Wholes(seen.Pilots);
        var (real, placesSum) = (Ledger.Sum(all), Ledger.Sum(places.SelectMany(place => place.Leaves)));
        var joint = Ledger.Joint(all.Where(leaf =>
            seen.Pilots.Contains(leaf.Pilot) && seen.Municipalities.Contains(leaf.Municipality)));
        var twice = joint.Aggregate(Amount.Zero, (sum, pilot) => sum + pilot.Twice);
        var shared = Ledger.Shared(places, all);
        var sharedSeen = shared.Where(each => seen.Municipalities.Contains(each.Municipality)).ToList();
        var hidden = seen.HiddenPilots + shared.Count - sharedSeen.Count;
        var pilotNames = await Names(Split.Pilot, joint.Select(pilot => pilot.Pilot.Value), question);
        var municipalityNames = await Names(Split.Municipality, sharedSeen.Select(each => each.Municipality.Value), question);
        return new()
        {
            Kpi = question.Kpi.Value, Definition = leaves.Kpi.Version, Unit = leaves.Unit,
            From = question.Days.First, To = question.Days.Last.AddDays(1),
            Real = real, MembersSum = real + twice, Twice = twice,
            PlacesSum = placesSum, PlacesTwice = (placesSum ?? Amount.Zero) - (real ?? Amount.Zero),
            Places = [.. places.Select(place => Ledger.Views(place.Place, place.Leaves, wholes))],
            Pilots = [.. joint.Select(pilot => new JointPilotAnswer(
                pilot.Pilot.Value, pilotNames.GetValueOrDefault(pilot.Pilot.Value), wholes[pilot.Pilot].Amount,
                pilot.Inside, pilot.Twice, [.. pilot.SeenBy.Select(id => id.Value)]))],
            Municipalities = [.. sharedSeen.Select(each => new SharedMunicipalityAnswer(
                each.Municipality.Value, municipalityNames.GetValueOrDefault(each.Municipality.Value),
                each.Allocated, each.Twice, each.SeenIn))],
            Hidden = hidden > 0 ? new(hidden) : null,
        };
    }

    private Task<IReadOnlyDictionary<string, string>> Names(Split split, IEnumerable<string> keys, OverlapQuestion question) =>
        names.Of(split, keys, question.Days.Last);

    private async Task<Seen> Seen(Caller caller, IEnumerable<MunicipalityId> members, IReadOnlyCollection<Leaf> all)
    {
        var pilots = all.Select(leaf => leaf.Pilot).Distinct().ToList();
        var seenPilots = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value));
        var seenMembers = await sight.Of(caller, Verbs.Total, PlaceKind.Municipality, members.Select(id => id.Value));
        return new(
            [.. pilots.Where(pilot => seenPilots.Contains(pilot.Value))],
            [.. seenMembers.Select(MunicipalityId.Parse)], pilots.Count - seenPilots.Count);
    }
}

/// <summary>What a caller may read.</summary>
internal sealed record Seen(HashSet<PilotId> Pilots, HashSet<MunicipalityId> Municipalities, int HiddenPilots);
