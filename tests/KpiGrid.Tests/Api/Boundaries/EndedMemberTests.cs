using System.Text.Json;
using KpiGrid.Api.Boundaries;
using KpiGrid.Host.Samples;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Api.Boundaries;

/// <summary>The body of the sample networks and the real mergers: Gooik and Herne went into Pajottegem, Galmaarden too.</summary>
public sealed class EndedMemberTests
{
    private static readonly MunicipalityId Pajottegem = MunicipalityId.Parse("BE-23106");
    private static readonly DateOnly Merger = On("2025-01-01");
    private static readonly Territories Flanders = FlandersTests.Flanders();

    private static readonly RegionFacts Body =
        SampleNetworks.Read().Regions["intradura"].Deserialize<RegionFacts>(KpiGridJson.Options)!;

    /// <summary>The same before anybody thought of the merger.</summary>
    private static readonly RegionFacts Unaware = Body with
    {
        Members = [.. Body.Members.Where(member => member.Municipality != Pajottegem).Select(member => member with { To = null })],
    };

    [Fact]
    public void Gooik_and_Herne_ended_and_of_Pajottegem_nothing_is_stated() => Assert.Equal(
        ["BE-23024 2025-01-01 BE-23106", "BE-23032 2025-01-01 BE-23106"], Ended(Unaware));

    [Fact]
    public void To_end_their_membership_on_the_day_says_nothing_of_their_successor() => Assert.Equal(
        2, Ended(Body with { Members = [.. Body.Members.Where(member => member.Municipality != Pajottegem)] }).Count());

    [Fact]
    public void It_is_decided_once_the_successor_is_a_member_or_stated_to_be_none()
    {
        Assert.Empty(Ended(Body));
        Assert.Empty(Ended(Unaware with { NotMembers = [Entry("2025-01-01")] }));
        Assert.Empty(Ended(Unaware with { NotMembers = [Entry("2025-01-01", "2026-01-01")] }));
        Assert.Equal(2, Ended(Unaware with { NotMembers = [Entry("2020-01-01", "2025-01-01")] }).Count());
    }

    [Fact]
    public void What_is_stated_from_a_later_day_leaves_the_days_before_it_undecided()
    {
        var member = Of(Unaware with { Members = [.. Unaware.Members, Entry("2025-04-01")] })[0];
        Assert.Equal(On("2025-04-01"), member.Successors[0].DecidedFrom);
        Assert.True(member.IsOpenIn(new(On("2024-07-01"), On("2025-01-01"))));
        Assert.True(member.IsOpenIn(new(On("2025-03-31"), On("2025-12-31"))));
        Assert.False(member.IsOpenIn(new(On("2024-07-01"), On("2024-12-31"))));
        Assert.False(member.IsOpenIn(new(On("2025-04-01"), On("2025-12-31"))));
    }

    [Fact]
    public void Who_left_before_is_no_member_that_ended_and_a_member_that_takes_another_in_goes_on()
    {
        Assert.Empty(Ended(Unaware with { Members = [.. Unaware.Members.Select(member => member with { To = On("2024-12-31") })] }));
        Assert.Empty(Ended(Region("BE-11002", "BE-11007")));
        Assert.Equal(["BE-11007 2025-01-01 BE-11002"], Ended(Region("BE-11007")));
    }

    [Fact]
    public void Nobody_is_a_member_and_none_on_one_day()
    {
        var both = Unaware with { Members = [.. Unaware.Members, Entry("2025-01-01")], NotMembers = [Entry("2025-06-01")] };
        Assert.Equal(("notMembers[0]", "member-and-not"), Assert.Single(both.Check()) is var problem ? (problem.Field, problem.Code) : default);
        Assert.Empty((both with { NotMembers = [Entry("2020-01-01", "2025-01-01")] }).Check());
        Assert.Null((both with { NotMembers = [] }).NotMembers);
    }

    private static IEnumerable<string> Ended(RegionFacts region) => Of(region).Select(member =>
        $"{member.Municipality} {member.Ended:O} {string.Join(' ', member.Successors.Select(successor => successor.Code))}");

    private static IReadOnlyList<EndedMember> Of(RegionFacts region) => EndedMember.Of(
        "regions/r", region, Flanders.Codes.ToDictionary(MunicipalityId.Parse, Flanders.Facts));

    private static RegionFacts Region(params string[] members) => new()
    {
        Name = "r", Members = [.. members.Select(code => new Membership { Municipality = MunicipalityId.Parse(code), From = On("2020-01-01") })],
    };

    private static Membership Entry(string from, string? to = null) =>
        new() { Municipality = Pajottegem, From = On(from), To = to is null ? null : On(to) };
}
