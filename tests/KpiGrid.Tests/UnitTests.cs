using Xunit;

namespace KpiGrid.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData("1", "t", "kg", "waste mass", "1000")]
    [InlineData("1000", "kg", "t", "material mass", "1")]
    [InlineData("1", "lb", "kg", "waste mass", "0.45359237")]
    [InlineData("1", "ston", "kg", "waste mass", "907.18474")]
    [InlineData("2000", "lb", "ston", "waste mass", "1")]
    [InlineData("7134882509.5394", "lb", "t", "waste mass", "3236328.267173524")]
    [InlineData("1", "ft2", "m2", "floor area", "0.09290304")]
    [InlineData("100000000", "ft2", "m2", "surface of elements", "9290304")]
    [InlineData("1", "ha", "m2", "land area", "10000")]
    [InlineData("1", "km2", "ha", "land area", "100")]
    [InlineData("1", "L", "m3", "volume", "0.001")]
    [InlineData("1", "d", "h", "time", "24")]
    [InlineData("1", "a", "mo", "time", "12")]
    [InlineData("1.5", "MWh", "kWh", "energy", "1500")]
    [InlineData("1", "tCO2e", "kgCO2e", "CO2e mass", "1000")]
    [InlineData("0.0000005", "kg", "t", "waste mass", "0")]
    [InlineData("0.0000015", "kg", "t", "waste mass", "0.000000002")]
    [InlineData("12.5", "money", "money", "money", "12.5")]
    public void A_conversion_is_exact_and_rounded_once(
        string value, string from, string to, string kind, string expected)
    {
        var (source, target) = (Units.Find(from), Units.Find(to));
        Assert.True(Units.Convert(Amount.Parse(value), source, target, Kind(kind), out var converted));
        Assert.Equal(expected, converted.ToString());
    }

    [Theory]
    [InlineData("t{CO2eq}", "t")]
    [InlineData("t", "t{CO2eq}")]
    [InlineData("kg", "kg{CO2eq}")]
    [InlineData("{person}", "{building}")]
    [InlineData("{FTE}", "{person}")]
    [InlineData("{company}", "{person}")]
    [InlineData("{dwelling}", "{building}")]
    [InlineData("{tender}", "1")]
    [InlineData("1", "%")]
    [InlineData("score", "1")]
    [InlineData("mo", "d")]
    [InlineData("a", "d")]
    [InlineData("m3", "t")]
    [InlineData("m2.h", "h")]
    [InlineData("m2", "m3")]
    [InlineData("kWh", "kgCO2e")]
    [InlineData("money", "EUR/m2/a")]
    public void Units_of_two_kinds_never_convert_whatever_UCUM_allows(string from, string to)
    {
        foreach (var kind in Enum.GetValues<QuantityKind>())
        {
            Assert.False(Units.Convert(Amount.One, Units.Find(from), Units.Find(to), kind, out _));
        }
        Assert.False(Units.Convert(Amount.One, Units.Find(from), Units.Find(to), out _));
    }

    [Theory]
    [InlineData("{EUR}")]
    [InlineData("{DKK}")]
    [InlineData("EUR")]
    [InlineData("DKK")]
    [InlineData("t{waste}")]
    [InlineData("T")]
    [InlineData("mg")]
    [InlineData("ton")]
    [InlineData("Ton")]
    [InlineData("TON")]
    [InlineData("")]
    [InlineData(" t")]
    [InlineData("t ")]
    [InlineData("kg.m2")]
    [InlineData("tCO2")]
    [InlineData("Person ")]
    [InlineData(null)]
    public void What_is_not_in_the_table_is_no_unit(string? text) => Assert.False(Units.TryFind(text, out _));

    [Theory]
    [InlineData("tons", "t")]
    [InlineData("Mg", "t")]
    [InlineData("Kg", "kg")]
    [InlineData("m²", "m2")]
    [InlineData("M2", "m2")]
    [InlineData("har", "ha")]
    [InlineData("ha", "ha")]
    [InlineData("kWh", "kWh")]
    [InlineData("MWh", "MWh")]
    [InlineData("[lb_av]", "lb")]
    [InlineData("[sft_i]", "ft2")]
    [InlineData("{person}", "person")]
    [InlineData("kg{CO2eq}/m2/a", "kgCO2e/m2/a")]
    public void A_spelling_people_type_is_one_unit(string text, string id) => Assert.Equal(id, Units.Find(text).Id);

    [Fact]
    public void A_bare_ton_is_asked_about()
    {
        Assert.True(Units.IsAmbiguous("ton"));
        Assert.True(Units.IsAmbiguous("Ton"));
        Assert.False(Units.IsAmbiguous("tons"));
        Assert.False(Units.IsAmbiguous("t"));
        Assert.False(Units.IsAmbiguous(null));
    }

    [Fact]
    public void A_hectare_is_an_area_and_never_a_hundred_years()
    {
        Assert.False(Units.Convert(Amount.One, Units.Find("ha"), Units.Find("a"), out _));
        Assert.True(Units.Convert(Amount.One, Units.Find("ha"), Units.Find("m2"), out _));
    }

    [Fact]
    public void A_conversion_stays_inside_the_kind_asked_for()
    {
        Assert.False(Units.Convert(Amount.One, Units.Find("ft2"), Units.Find("m2"), QuantityKind.LandArea, out _));
        Assert.False(Units.Convert(Amount.One, Units.Find("m2"), Units.Find("km2"), QuantityKind.FloorArea, out _));
        Assert.False(Units.Convert(Amount.One, Units.Find("t"), Units.Find("t"), QuantityKind.Co2eMass, out _));
    }

    [Fact]
    public void A_result_that_does_not_fit_is_refused() => Assert.False(Units.Convert(
        Amount.Parse("999999999999999999999999"), Units.Find("km2"), Units.Find("m2"), QuantityKind.LandArea, out _));

    [Fact]
    public void Ids_and_UCUM_texts_are_unique()
    {
        Assert.Equal(Units.All.Count, Units.All.DistinctBy(unit => unit.Id).Count());
        Assert.All(Units.All, unit => Assert.Same(unit, Units.Find(unit.Id)));
        Assert.All(Units.All.Where(unit => unit.Ucum is not null), unit => Assert.Same(unit, Units.Find(unit.Ucum!)));
        Assert.Equal(32, Units.All.Count);
    }

    [Fact]
    public void A_remedy_can_list_what_is_accepted()
    {
        Assert.Equal(["kg", "t", "lb", "ston"], Units.Accepted(Units.Find("t"), QuantityKind.WasteMass));
        Assert.Equal(["m2", "ft2", "ha"], Units.Accepted(Units.Find("m2"), QuantityKind.FloorArea));
        Assert.Equal(["person"], Units.Accepted(Units.Find("person"), QuantityKind.People));
    }

    [Fact]
    public void Every_quantity_kind_has_a_unit_and_a_text()
    {
        foreach (var kind in Enum.GetValues<QuantityKind>())
        {
            Assert.Contains(Units.All, unit => unit.Measures(kind));
            Assert.True(QuantityKinds.TryParse(kind.Text(), out var read));
            Assert.Equal(kind, read);
        }
    }

    [Fact]
    public void A_currency_is_a_code_in_use_and_no_unit()
    {
        string[] wanted = ["EUR", "DKK", "SEK", "NOK", "GBP", "USD", "CHF", "PLN"];
        Assert.All(wanted, code => Assert.True(Currency.IsCode(code)));
        Assert.All(wanted, code => Assert.False(Units.TryFind(code, out _)));
        string?[] others = ["eur", "EURO", "€", "DEM", "XXX", "", null];
        Assert.All(others, code => Assert.False(Currency.IsCode(code)));
    }

    private static QuantityKind Kind(string text) =>
        QuantityKinds.TryParse(text, out var kind) ? kind : throw new ArgumentException(text);
}
