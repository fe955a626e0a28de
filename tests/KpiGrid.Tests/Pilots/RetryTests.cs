using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

/// <summary>A retry is known for what it is before it is checked, whatever has changed in between.</summary>
public sealed class RetryTests
{
    private const string Code = "OWN-MASS";
    private readonly RegistryView registry = Registered.Fresh();
    private readonly WrittenPilot pilot;

    public RetryTests()
    {
        Define(Definition);
        pilot = new([1], registry);
    }

    private static KpiFacts Definition => StarterCatalogue.Kpis[KpiCode.Parse("CDW-DIV")];

    [Fact]
    public void A_class_that_is_gone_does_not_turn_a_retry_away()
    {
        var sent = Mass("a", "5");
        var first = pilot.Push(sent);
        Define(Definition with { Classes = [ClassId.Parse("reused")] });

        Assert.Equal(first.Receipts[0] with { Repeated = true }, Assert.Single(pilot.Push(sent).Receipts));
        Assert.Equal(422, Assert.Single(pilot.Push(sent with { Value = A("6") }).Refusals).Status);
    }

    [Fact]
    public void A_narrower_range_does_not_turn_a_retry_away()
    {
        var sent = Mass("a", "5");
        pilot.Push(sent);
        Define(Definition with { Range = new() { Max = A("1") } });

        Assert.True(pilot.Push(sent).Receipts.Single().Repeated);
    }

    [Fact]
    public void A_unit_left_to_the_definition_is_the_one_it_had_then()
    {
        var sent = Mass("a", "5");
        pilot.Push(sent);
        Define(Definition with { Unit = "kg" });

        Assert.True(pilot.Push(sent).Receipts.Single().Repeated);
        Assert.Equal("id-conflict", pilot.Push(sent with { Unit = "kg" }).Refusals.Single().Problem.Code);
    }

    [Fact]
    public void A_participant_named_when_it_was_the_only_one_is_still_meant()
    {
        var sent = Mass("a", "5").Of(Places[0]);
        pilot.Push(sent);
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([1, 1], 0, null) });

        Assert.True(pilot.Push(sent).Receipts.Single().Repeated);
        Assert.Equal("id-conflict", pilot.Push(sent.Of(Places[1])).Refusals.Single().Problem.Code);
    }

    [Fact]
    public void Shares_that_end_before_it_do_not_turn_a_retry_away()
    {
        var sent = Mass("a", "5");
        pilot.Push(sent);
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([1], -400, -300) });

        Assert.True(pilot.Push(sent).Receipts.Single().Repeated);
    }

    [Fact]
    public void An_instant_is_known_again_after_its_zone_has_changed()
    {
        var sent = Mass("a", "5") with { Period = "2026-02-10T23:30Z" };
        pilot.Push(sent);
        registry.Learn($"municipality/{Places[0]}", new MunicipalityFacts { TimeZone = "America/New_York" });

        Assert.True(pilot.Push(sent).Receipts.Single().Repeated);
    }

    [Fact]
    public void A_retry_is_known_after_a_replay_too()
    {
        var sent = Mass("a", "5").Of(Places[0]);
        pilot.Push(sent);
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([1, 1], 0, null) });
        Define(Definition with { Unit = "kg", Classes = [] });

        var draft = new PushDraft(WrittenPilot.Id, pilot.Replayed(), pilot.Check(), new(), 1);

        Assert.True(draft.Add(new() { Measurements = [sent], Author = "actor-1" }).Receipts.Single().Repeated);
    }

    [Fact]
    public void A_correction_is_known_again_after_its_definition_has_changed()
    {
        var sent = Mass("a", "5");
        pilot.Push(sent);
        var correction = (sent with { Value = A("6") }).Corrected(2);
        var first = pilot.Correct(correction);
        Define(Definition with { Classes = [] });

        Assert.Equal(first.Receipts[0] with { Repeated = true }, Assert.Single(pilot.Correct(correction).Receipts));
    }

    [Fact]
    public void Content_of_another_measurement_is_no_correction()
    {
        var sent = Mass("a", "5");
        pilot.Push(sent, sent with { Id = MeasurementId.Parse("b") });

        foreach (var other in (Measurement[])
            [sent with { Id = MeasurementId.Parse("b") }, sent with { Kpi = KpiCode.Parse("CDW-DIV") }])
            Assert.Equal("content-of-another", Assert.Single(
                pilot.Correct(sent.Corrected(2) with { Content = other }).Refusals).Problem.Code);
    }

    private static Measurement Mass(string id, string value) =>
        Sent.Value(Code, id, "2026-02-10", value, "recycled");

    private void Define(KpiFacts facts) => registry.Learn($"kpi/{Code}", facts);
}
