using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Xunit;

namespace KpiGrid.Tests;

public sealed class FactsTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly KpiFacts Kpi = StarterCatalogue.Kpis[KpiCode.Parse("CDW-DIV")];

    [Fact]
    public void The_municipality_of_the_API_is_read_and_sound()
    {
        var facts = Read<MunicipalityFacts>("""
            {"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"Horsens","nuts3":"DK042",
             "location":{"lat":55.86,"lon":9.85},"from":"2007-01-01","to":null,"successors":[]}],
             "population":[{"from":"2019-01-01","value":90370}]}
            """);
        Assert.Empty(facts.Check());
        Assert.Equal("Horsens", facts.On(new(2026, 1, 1))?.Name);
        Assert.Null(facts.On(new(2006, 12, 31)));
    }

    [Fact]
    public void A_code_may_stand_for_another_territory_later_but_not_at_once()
    {
        var old = new MunicipalityInterval { Name = "Antwerpen", From = new(1983, 1, 1), To = new(2025, 1, 1) };
        var later = new MunicipalityInterval { Name = "Antwerpen", From = new(2025, 1, 1) };
        var facts = new MunicipalityFacts { Country = "BE", TimeZone = "Europe/Brussels", Intervals = [old, later] };
        Assert.Empty(facts.Check());
        Assert.Equal(later, facts.On(new(2025, 1, 1)));
        var twice = facts with { Intervals = [old with { To = null }, later] };
        Assert.Equal("ranges-overlap intervals[1]", Codes(twice.Check()));
    }

    [Fact]
    public void A_municipality_with_everything_wrong_hears_it_all()
    {
        var interval = new MunicipalityInterval
        {
            Nuts3 = "DK42",
            Location = new() { Lat = Amount.Of(91), Lon = Amount.Of(-181) },
            From = new(2026, 1, 1),
            To = new(2026, 1, 1),
            Successors = [new(), new()],
        };
        var facts = new MunicipalityFacts
        {
            Country = "dk",
            TimeZone = "CPH",
            Intervals = [interval],
            Population = [new() { From = Start, Value = -1 }, new() { From = Start }],
        };
        Assert.Equal(
            "country-unreadable country; zone-unknown timeZone; text-required intervals[0].name; "
            + "nuts3-unreadable intervals[0].nuts3; location-out-of-range intervals[0].location.lat; "
            + "location-out-of-range intervals[0].location.lon; successor-twice intervals[0].successors; "
            + "municipality-required intervals[0].successors[0].code; kind-unknown intervals[0].successors[0].kind; "
            + "municipality-required intervals[0].successors[1].code; kind-unknown intervals[0].successors[1].kind; "
            + "range-empty intervals[0].to; population-out-of-range population[0].value; date-twice population",
            Codes(facts.Check()));
    }

    [Fact]
    public void The_region_of_the_API_is_read_and_sound() => Assert.Empty(Read<RegionFacts>("""
        {"name":"Stop Byggespild","kind":"project","members":[{"municipality":"DK-0615","from":"2026-01-01","to":null}]}
        """).Check());

    [Fact]
    public void A_member_may_leave_and_come_back_but_not_be_there_twice()
    {
        var first = new Membership { Municipality = Id("DK-0615"), From = Start, To = new(2026, 7, 1) };
        var again = first with { From = new(2026, 7, 1), To = null };
        var region = new RegionFacts { Name = "NCC", Kind = RegionKind.Network, Members = [again, first] };
        Assert.Empty(region.Check());
        var twice = region with { Members = [again with { From = new(2026, 6, 30) }, first] };
        Assert.Equal("ranges-overlap members[0]", Codes(twice.Check()));
        Assert.Equal("text-required name; kind-unknown kind; municipality-required members[0].municipality; "
            + "date-missing members[0].from", Codes(new RegionFacts { Members = [new()] }.Check()));
    }

    [Fact]
    public void A_large_region_is_checked_at_once()
    {
        var members = Enumerable.Range(0, 100_000)
            .Select(number => new Membership { Municipality = Id($"DK-{number:D6}"), From = Start }).ToList();
        var region = new RegionFacts { Name = "All", Kind = RegionKind.Country, Members = members };
        Assert.Empty(region.Check());
        members.Add(new() { Municipality = Id("DE-1"), From = Start });
        Assert.Equal("too-many members", Codes((region with { Members = members }).Check()));
    }

    [Fact]
    public void The_definition_of_the_API_is_read_and_sound() => Assert.Empty(Read<KpiFacts>("""
        {"names":{"en":"Waste","da":"Affald","nl":"Afval"},"definitions":{},"kind":"flow","quantity":"waste mass",
         "unit":"t","numerator":null,"denominator":null,"weight":null,"direction":"up","frequency":"quarter",
         "classes":["reused","prepared","recycled","backfilled"],"decimals":3,"range":{"min":0,"max":null},
         "comparableWith":[],"mappings":[]}
        """).Check());

    [Fact]
    public void An_empty_definition_hears_what_is_missing() => Assert.Equal(
        "text-required names.en; text-required names.da; text-required names.nl; kind-unknown kind; "
        + "quantity-unknown quantity; frequency-unknown frequency; unit-unknown unit",
        Codes(new KpiFacts().Check()));

    public static TheoryData<string, KpiFacts> Wrong => new()
    {
        { "unit-of-another-quantity unit", Kpi with { Unit = "tCO2e" } },
        { "unit-unknown unit", Kpi with { Unit = "tons" } },
        { "unit-unknown unit", Kpi with { Unit = "ton" } },
        { "unit-unknown unit", Kpi with { Unit = "EUR" } },
        { "unit-unknown unit", Kpi with { Unit = "T" } },
        { "unit-of-another-kind unit", Kpi with { Unit = "%", Quantity = QuantityKind.DimensionlessRatio } },
        { "part-not-allowed numerator", Kpi with { Numerator = "t" } },
        { "part-not-allowed weight", Kpi with { Weight = "m2" } },
        { "part-required numerator; part-required denominator", Kpi with { Kind = KpiKind.Ratio } },
        { "part-required weight", Kpi with { Kind = KpiKind.Level } },
        { "parts-differ denominator", Starter("CDW-REC-R") with { Denominator = "kg" } },
        { "parts-differ weight", Starter("BLD-PASS-R") with { Weight = "dwelling" } },
        { "part-not-allowed denominator; parts-differ denominator", Starter("PROC-R") with { Denominator = "%" } },
        { "unit-unknown weight", Starter("GWP-LC") with { Weight = "m²" } },
        { "class-twice classes[1]", Kpi with { Classes = [ClassId.Parse("wood"), ClassId.Parse("wood")] } },
        { "class-required classes[0]", Kpi with { Classes = [default] } },
        { "class-required classes", Starter("STR-STAGE") with { Classes = [] } },
        { "class-not-a-score classes[0]", Starter("STR-STAGE") with { Classes = [ClassId.Parse("01")] } },
        { "decimals-out-of-range decimals", Kpi with { Decimals = 10 } },
        { "range-empty range", Kpi with { Range = new() { Min = Amount.One, Max = Amount.Zero } } },
        { "version-out-of-range comparableWith", Kpi with { ComparableWith = [0] } },
        { "version-twice comparableWith", Kpi with { ComparableWith = [1, 1] } },
        { "text-too-long names.en", Kpi with { Names = Kpi.Names with { En = new string('a', 201) } } },
        { "text-required names.nl", Kpi with { Names = Kpi.Names with { Nl = " " } } },
        { "text-hidden-characters names.da", Kpi with { Names = Kpi.Names with { Da = "a\u202Eb" } } },
        { "text-hidden-characters names.da", Kpi with { Names = Kpi.Names with { Da = "a\0b" } } },
        { "text-unreadable names.da", Kpi with { Names = Kpi.Names with { Da = "a\uD800" } } },
        { "text-required mappings[0].framework", Kpi with { Mappings = [new()] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_definition_is_told_which_field(string expected, KpiFacts facts) =>
        Assert.Equal(expected, Codes(facts.Check()));

    [Fact]
    public void Every_problem_says_what_to_do()
    {
        var problem = Assert.Single((Kpi with { Unit = "ton" }).Check());
        Assert.Equal("Write t for 1000 kg or ston for the US ton.", problem.Remedy);
    }

    [Fact]
    public void Equal_texts_are_equal_however_they_were_composed() => Assert.Equal(
        new Trilingual { Da = "Modtaget p\u00E5 plads" }, new Trilingual { Da = "Modtaget pa\u030A plads" });

    [Fact]
    public void A_range_holds_its_ends()
    {
        var range = new AmountRange { Min = Amount.Zero, Max = Amount.One };
        Assert.True(range.Contains(Amount.Zero) && range.Contains(Amount.One));
        Assert.False(range.Contains(Amount.Parse("1.000000001")) || range.Contains(Amount.Parse("-1")));
        Assert.True(new AmountRange().Contains(Amount.Parse("-1")));
    }

    [Fact]
    public void A_list_given_is_copied()
    {
        var classes = new List<ClassId> { ClassId.Parse("wood") };
        var facts = Kpi with { Classes = classes };
        classes.Clear();
        Assert.Single(facts.Classes);
    }

    [Fact]
    public void Every_document_travels_between_silos_and_comes_back_equal_as_JSON()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Assert.All(StarterCatalogue.Kpis.Values, kpi => Same(serializer, kpi));
        Same(serializer, PilotTexts.Full);
        Same(serializer, new RegionFacts
        {
            Name = "NCC",
            Kind = RegionKind.Network,
            Members = [new() { Municipality = Id("DK-0615"), From = Start }],
        });
        Same(serializer, new MunicipalityFacts
        {
            Country = "BE",
            TimeZone = "Europe/Brussels",
            Intervals = [new()
            {
                Name = "Gooik", From = Start, To = Start.AddDays(1), Location = new() { Lat = Amount.One },
                Successors = [new() { Code = Id("BE-23106"), Kind = SuccessorKind.Merged }],
            }],
            Population = [new() { From = Start, Value = 9170 }],
        });
        var problem = new Problem("unit", "ton", "unit-unknown", "Write t.");
        Assert.Equal(problem, serializer.Deserialize<Problem>(serializer.SerializeToArray(problem)));
        var period = Period.Parse("2026-W53");
        Assert.Equal(period, serializer.Deserialize<Period>(serializer.SerializeToArray(period)));
    }

    private static void Same<T>(Serializer serializer, T document)
    {
        var arrived = serializer.Deserialize<T>(serializer.SerializeToArray(document));
        Assert.Equal(
            JsonSerializer.Serialize(document, KpiGridJson.Options),
            JsonSerializer.Serialize(arrived, KpiGridJson.Options));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, KpiGridJson.Options)!;

    private static KpiFacts Starter(string code) => StarterCatalogue.Kpis[KpiCode.Parse(code)];

    private static MunicipalityId Id(string text) => MunicipalityId.Parse(text);

    private static string Codes(IReadOnlyList<Problem> problems) =>
        string.Join("; ", problems.Select(problem => $"{problem.Code} {problem.Field}"));
}
