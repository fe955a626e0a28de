using CsCheck;
using KpiGrid.Api.Overlap;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Api.Overlap;

public sealed class LedgerTests
{
    /// <summary>Every municipality at most once in every pilot, in no order.</summary>
    private static readonly Gen<Leaf[]> leaves = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Amounts,
            (place, pilot, amount) => new Leaf(Places[place], Pilot(pilot), amount)).Array[0, 20]
        .Select(all => all.DistinctBy(leaf => (leaf.Municipality, leaf.Pilot)).ToArray());

    [Fact]
    public void The_real_total_and_what_is_seen_twice_are_what_members_add_to() => leaves.Sample(all =>
    {
        var full = all.Select(leaf => all.Where(other => other.Pilot == leaf.Pilot).Select(other => other.Amount).Sum()).Sum();
        var twice = Ledger.Joint(all).Select(pilot => pilot.Twice).Sum();
        return (Ledger.Sum(all) ?? Amount.Zero) + twice == full;
    });

    [Fact]
    public void What_places_add_to_is_the_real_total_and_the_municipalities_seen_again() =>
        Gen.Select(leaves, Gen.Bool.Array[4].Array[1, 4]).Sample((all, choices) =>
        {
            var places = choices.Select((chosen, at) => Place($"regions/r{at}", all, Places.Where((_, i) => chosen[i]))).ToList();
            var union = all.Where(leaf => places.Any(place => place.Members.Contains(leaf.Municipality))).ToList();
            var added = places.Select(place => Ledger.Sum(place.Leaves) ?? Amount.Zero).Sum();
            var again = Ledger.Shared(places, union).Select(shared => shared.Twice).Sum();
            return (Ledger.Sum(union) ?? Amount.Zero) + again == added;
        });

    [Fact]
    public void A_pilot_is_taken_part_in_once_however_many_members_it_is_in()
    {
        Leaf[] two = [new(Horsens, Pilot(0), A("30")), new(Skive, Pilot(0), A("18")), new(Skive, Pilot(1), A("7"))];
        var known = new Dictionary<PilotId, WholePilot> { [Pilot(0)] = new(A("120"), 4), [Pilot(1)] = new(A("7"), 1) };
        Assert.Equal(new ViewsAnswer("regions/r", A("55"), A("127"), A("48")), Ledger.Views("regions/r", two, known));
        known.Remove(Pilot(1));
        Assert.Equal(new ViewsAnswer("regions/r", A("55"), null, null), Ledger.Views("regions/r", two, known));
        Assert.Equal(new ViewsAnswer("regions/r", null, null, null), Ledger.Views("regions/r", [], known));
    }

    private static PlaceLeaves Place(string name, IEnumerable<Leaf> all, IEnumerable<MunicipalityId> members)
    {
        var inside = members.ToList();
        return new(name, inside, [.. all.Where(leaf => inside.Contains(leaf.Municipality))]);
    }

    private static PilotId Pilot(int at) => PilotId.Parse($"p{at}");
}
