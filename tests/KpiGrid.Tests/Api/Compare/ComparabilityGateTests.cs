using KpiGrid.Api.Compare;
using KpiGrid.Api.Questions;
using Xunit;

namespace KpiGrid.Tests.Api.Compare;

/// <summary>Why lines are only put side by side; those that agree are ranked.</summary>
public sealed class ComparabilityGateTests
{
    private static readonly DayRange Quarter = new(new(2026, 1, 1), new(2026, 3, 31));
    private static readonly MunicipalityFacts Unchanged = Municipality(new MunicipalityInterval { Name = "M", From = new(2007, 1, 1) });

    [Fact]
    public void Lines_that_agree_are_ranked() => Assert.True(Gate(Line("a"), Line("b")).Open);

    [Fact]
    public void Values_of_definitions_that_do_not_add_up_are_not_ranked()
    {
        var broken = Line("b") with { Series = new HashSet<int> { 1, 4 } };
        Assert.Equal(("definition", "municipalities/a municipalities/b"), Only(Line("a"), broken));
        Assert.True(Gate(Line("a") with { Series = new HashSet<int> { 4 } }, Line("b") with { Series = new HashSet<int> { 4 } }).Open);
    }

    [Theory]
    [InlineData("2026-01-01", true), InlineData("2026-01-02", false), InlineData("2026-03-31", false), InlineData("2026-04-01", true)]
    public void A_municipality_that_changed_on_the_days_compared_is_not_ranked(string change, bool open)
    {
        var day = Arithmetic.On(change);
        var merged = Municipality(
            new() { Name = "before", From = new(2007, 1, 1), To = day }, new() { Name = "after", From = day });
        var gate = Gate(Line("a"), Line("b", merged));
        Assert.Equal(open, gate.Open);
        if (!open) Assert.Equal(("boundary", "municipalities/b"), Only(Line("a"), Line("b", merged)));
    }

    [Theory]
    [InlineData("2026-02-01", null, false), InlineData("2007-01-01", "2026-02-01", false), InlineData("2007-01-01", null, true)]
    public void A_region_whose_members_changed_on_the_days_compared_is_not_ranked(string from, string? to, bool open)
    {
        var member = new Membership
        {
            Municipality = MunicipalityId.Parse("DK-M"), From = Arithmetic.On(from), To = to is null ? null : Arithmetic.On(to),
        };
        var line = Line("b");
        line = line with
        {
            Candidate = line.Candidate with { Ref = new(PlaceKind.Region, "b"), Region = new() { Members = [member] } },
        };
        var gate = Gate(Line("a"), line);
        Assert.Equal(open, gate.Open);
        if (!open) Assert.Equal(("boundary", "regions/b"), Only(Line("a"), line));
    }

    [Fact]
    public void A_line_without_what_to_divide_by_is_not_ranked()
    {
        var missing = Line("b");
        missing = missing with { Whole = missing.Whole with { Value = null, Marks = [Mark.NoDenominator] } };
        Assert.Equal(("divisor", "municipalities/b"), Only(Line("a"), missing));
        Assert.True(ComparabilityGate.Of([Line("a"), missing], Direction.Up, isDivided: false).Open);
    }

    private static (string Code, string Lines) Only(params ComparedLine[] lines)
    {
        var reason = Assert.Single(Gate(lines).Reasons);
        return (reason.Code, string.Join(' ', reason.Lines));
    }

    private static GateAnswer Gate(params ComparedLine[] lines) => ComparabilityGate.Of(lines, Direction.Up, isDivided: true);

    private static ComparedLine Line(string id, MunicipalityFacts? facts = null) => new()
    {
        Candidate = new()
        {
            Ref = new(PlaceKind.Municipality, id), Places = null!, Today = new(2026, 11, 28),
            Municipalities = new Dictionary<MunicipalityId, MunicipalityFacts> { [MunicipalityId.Parse("DK-M")] = facts ?? Unchanged },
        },
        Periods = [],
        Whole = new() { Period = "whole", Absolute = Amount.One, Value = Amount.One },
        Days = Quarter,
        Series = new HashSet<int> { 1 },
    };

    private static MunicipalityFacts Municipality(params MunicipalityInterval[] intervals) => new() { Intervals = intervals };
}
