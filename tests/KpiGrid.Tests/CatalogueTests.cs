using Xunit;

namespace KpiGrid.Tests;

public sealed class CatalogueTests
{
    private static readonly IReadOnlyDictionary<KpiCode, KpiFacts> Kpis = StarterCatalogue.Kpis;

    [Fact]
    public void Every_row_is_there_in_order()
    {
        string[] codes =
        [
            "CDW-GEN", "CDW-DIV", "CDW-REC-R", "CDW-RCY-R", "MAT-REU", "MAT-REU-A", "BLD-KEEP", "MAT-SEC-R", "MAT-PRIM",
            "MAT-BIO-R", "BANK-IN", "BANK-STK", "VAC-A", "VAC-N", "BLD-UTIL-R", "BLD-PASS-R", "BLD-PDA-R", "GWP-LC",
            "MPG-NL", "CO2-AVD", "PROC-R", "FIN-SPD", "ORG-COMP", "ORG-PART", "ORG-TRAIN", "SCALE-N", "EVT-N",
            "STR-STAGE",
        ];
        Assert.Equal(codes, Kpis.Keys.Select(code => code.Value));
    }

    [Fact]
    public void Nothing_is_wrong_with_any_of_them() =>
        Assert.All(Kpis, kpi => Assert.Empty(kpi.Value.Check()));

    [Fact]
    public void Every_name_stands_in_three_languages_and_names_one_KPI()
    {
                Assert.Equal(Kpis.Count, Kpis.Values.DistinctBy(kpi => kpi.Names.En).Count());
        Assert.Equal(Kpis.Count, Kpis.Values.DistinctBy(kpi => kpi.Names.Da).Count());
        Assert.Equal(Kpis.Count, Kpis.Values.DistinctBy(kpi => kpi.Names.Nl).Count());
    }

    [Fact]
    public void Every_kind_is_in_use() =>
        Assert.Equal(Enum.GetValues<KpiKind>(), Kpis.Values.Select(kpi => kpi.Kind).Distinct().Order());

    [Theory]
    [InlineData("CDW-DIV", "reused prepared recycled backfilled")]
    [InlineData("MAT-REU", "mineral wood glass plastic metal soil insulation gypsum mixed products")]
    [InlineData("VAC-A", "school church factory office home other")]
    [InlineData("STR-STAGE", "1 2 3 4 5")]
    [InlineData("CDW-GEN", "")]
    public void The_classes_are_those_of_the_list(string code, string classes) =>
        Assert.Equal(classes, string.Join(' ', Facts(code).Classes));

    [Fact]
    public void Reused_square_metres_are_two_quantities() =>
        Assert.NotEqual(Facts("MAT-REU-A").Quantity, Facts("BLD-KEEP").Quantity);

    [Fact]
    public void A_ratio_whose_parts_stand_is_a_level()
    {
        var facts = Facts("BLD-PASS-R");
        Assert.Equal(KpiKind.Level, facts.Kind);
        Assert.Equal("building", facts.Weight);
        Assert.Equal(facts.Weight, facts.Denominator);
    }

    [Fact]
    public void The_buildings_impact_is_weighed_by_floor_area() => Assert.Equal("m2", Facts("GWP-LC").Weight);

    private static KpiFacts Facts(string code) => Kpis[KpiCode.Parse(code)];
}
