using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class MeasurementCheckTests
{
    private readonly WrittenPilot pilot = new([50, 30, 20]);

    [Fact]
    public void A_denominator_beside_value_and_weight_is_refused_not_ignored() => Refused("field-not-for-kind", "denominator",
        Sent.Value("GWP-LC", "a", "2026-03-31", "8") with { Weight = A("1000"), Denominator = A("5") });

    [Theory]
    [InlineData("numerator")]
    [InlineData("denominator")]
    public void A_ratio_needs_both_its_parts(string missing)
    {
        var sent = Sent.Bare("CDW-REC-R", "a", "2026-Q1");
        sent = missing == "numerator" ? sent with { Denominator = A("1") } : sent with { Numerator = A("1") };

        Refused($"{missing}-required", missing, sent);
    }

    [Theory]
    [InlineData("900000000000000", "900000000000000")]
    [InlineData("-900000000000000", "900000000000000")]
    [InlineData("1000000000", "1000000000")]
    public void A_product_of_1e18_or_more_is_refused(string value, string weight) => Refused("product-out-of-range", "weight",
        Sent.Value("GWP-LC", "a", "2026-03-31", value) with { Weight = A(weight) });

    [Fact]
    public void A_product_just_below_1e18_is_taken()
    {
        var sent = Sent.Value("GWP-LC", "a", "2026-03-31", "1000000000") with { Weight = A("999999999.999999999") };

        Assert.Equal("999999999999999999", pilot.Check().Check(sent, out _)!.Content.A.ToString());
    }

    [Theory]
    [InlineData("ORG-PART", "building")]
    [InlineData("ORG-COMP", "person")]
    [InlineData("VAC-N", "kg")]
    [InlineData("STR-STAGE", "t")]
    [InlineData("EVT-N", "{EUR}")]
    [InlineData("CDW-DIV", "tCO2e")]
    public void A_unit_of_another_quantity_is_refused_for_every_kind(string kpi, string unit)
    {
        var @class = kpi switch { "VAC-N" => "school", "CDW-DIV" => "recycled", _ => null };

        Refused("unit-not-accepted", "unit", Sent.Value(kpi, "a", "2026-01-31", "2", @class) with { Unit = unit });
    }

    [Fact]
    public void Members_are_counted_in_the_kpis_own_unit()
    {
        var sent = Sent.Bare("ORG-COMP", "a", "2026-Q1") with { Members = ["c1"] };

        Refused("unit-not-accepted", "unit", sent with { Unit = "building" });
        Assert.NotNull(pilot.Check().Check(sent with { Unit = "{company}" }, out _));
    }

    [Fact]
    public void A_value_in_kilograms_comes_to_tonnes_once_rounded_half_to_even()
    {
        var sent = Sent.Value("CDW-GEN", "a", "2026-Q1", "0.0000015") with { Unit = "kg" };

        Assert.Equal("0.000000002", pilot.Check().Check(sent, out _)!.Content.A.ToString());
    }

    [Fact]
    public void A_participant_needs_a_share_on_the_last_day_and_alone_its_name_falls_away()
    {
        var sent = Sent.Value("CDW-GEN", "a", "2026-01", "5");

        Refused("municipality-without-share", "municipality", sent.Of(Skive));
        Refused("no-share", "period", sent with { Period = "2025-12" });
        Assert.Equal(Aarhus, pilot.Check().Check(sent.Of(Aarhus), out _)!.Content.Owner);
        Assert.Null(new WrittenPilot([1]).Check().Check(sent.Of(Horsens), out _)!.Content.Owner);
    }

    private void Refused(string code, string field, Measurement sent)
    {
        Assert.Null(pilot.Check().Check(sent, out var problem));
        Assert.Equal((code, field), (problem!.Code, problem.Field));
    }
}
