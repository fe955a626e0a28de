using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Urban waste of a region whose municipalities merge, in kilograms, in two files that know each other.</summary>
[Collection(typeof(RealFilesAlone))]
public sealed class EmiliaRomagnaImportTests(RealFiles files, ITestOutputHelper output)
{
    private const string Node = "regions/emilia-romagna/totals?kpi=TEST-RU-KG&from=2010-01-01&to=2017-01-01";
    private const string Fractions =
        "regions/emilia-romagna-fractions/totals?kpi=TEST-RU-FRACTION-KG&from=2015-01-01&to=2017-01-01";

    [Fact]
    public async Task Every_row_of_both_files_is_recorded()
    {
        var counts = await files.Imported("emilia-romagna");
        output.WriteLine(counts.GetRawText());
        Assert.Equal((2_374, 4_748, 344), (Number(counts, "rows"), Number(counts, "recorded"), Number(counts, "pilots")));
        Assert.Equal((0, 0, 0), (Number(counts, "errors"), Number(counts, "held"), Number(counts, "notSent")));
        counts = await files.Imported("emilia-romagna-fractions");
        output.WriteLine(counts.GetRawText());
        Assert.Equal((22_607, 22_607, 344),
            (Number(counts, "rows"), Number(counts, "recorded"), Number(counts, "pilots")));
        Assert.Equal((0, 0, 0), (Number(counts, "errors"), Number(counts, "held"), Number(counts, "notSent")));
    }

    [Fact]
    public async Task Totals_overall_by_year_by_class_and_by_municipality_are_exact()
    {
        var reference = files.Reference("emilia-romagna");
        Assert.Equal(reference.GetProperty("total").GetString(), (await files.Get(Node)).Only());
        var years = reference.GetProperty("by_year").EnumerateObject().ToList();
        foreach (var (more, column) in ((string, string)[])[("", "RU(kg)"), ("&class=rd", "RD(kg)"), ("&class=ri", "RI(kg)")])
        {
            Assert.Equal(
                Answers.Sorted(years.Select(year => (year.Name, year.Value.GetProperty(column).GetString()!))),
                (await files.Get($"{Node}&by=year{more}")).ByPeriod());
        }
        Assert.Equal(Answers.Reference(reference.GetProperty("by_municipality_all_years"), Code),
            (await files.Get(Node + "&split=municipality")).ByPart());
    }

    [Fact]
    public async Task Totals_by_fraction_are_exact_as_printed()
    {
        var reference = files.Reference("emilia-romagna-fractions");
        Assert.Equal(reference.GetProperty("total_as_printed").GetString(), (await files.Get(Fractions)).Only());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_year"), year => year),
            (await files.Get(Fractions + "&by=year")).ByPeriod());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_year_macro"), name => $"{name[..4]} {Macro(name[5..])}"),
            YearAndPart(await files.Get(Fractions + "&by=year&split=class")));
        Assert.Equal(
            Answers.Reference(reference.GetProperty("by_year_municipality"), name => $"{name[..4]} {Code(name[5..])}"),
            YearAndPart(await files.Get(Fractions + "&by=year&split=municipality")));
    }

    [Fact]
    public async Task Ten_municipalities_become_four_and_340_become_334()
    {
        var years = (await files.Get(Node + "&by=year")).GetProperty("periods").EnumerateArray().ToList();
        Assert.Equal([340, 340, 340, 340, 340, 340, 334], years.Select(year => year.Coverage().Expected));
        Assert.All(years, year => Assert.Equal(year.Coverage().Expected, year.Coverage().Reported));

        var parts = YearAndPart(await files.Get(Node + "&by=year&split=municipality"));
        string[] ended = ["IT-08035007", "IT-08035019", "IT-08035025", "IT-08035031"];
        Assert.All(ended, code => Assert.True(parts.ContainsKey("2015 " + code) && !parts.ContainsKey("2016 " + code)));
        Assert.True(parts.ContainsKey("2016 IT-08035046") && !parts.ContainsKey("2015 IT-08035046"));
        foreach (var code in ended)
        {
            var interval = (await files.Get("municipalities/" + code)).GetProperty("intervals")[0];
            Assert.Equal("2016-01-01", interval.GetProperty("to").GetString());
            Assert.Equal("IT-08035046", interval.GetProperty("successors")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Bologna_in_scientific_notation_is_told_as_three_significant_digits_and_kept()
    {
        var told = (await files.Imported("emilia-romagna-fractions")).GetProperty("firstTold").EnumerateArray()
            .Where(found => found.GetProperty("value").ValueKind == JsonValueKind.String).ToList();
        Assert.Equal([(4955L, "1.13E+08"), (16959L, "1.14E+08")], told.Select(found =>
            (found.GetProperty("line").GetInt64(), found.GetProperty("value").GetString()!)));
        Assert.All(told, found => Assert.Equal("TOTALE(Kg)", found.GetProperty("column").GetString()));
        Assert.All(told, found => Assert.Contains("3 significant digits", found.GetProperty("remedy").GetString(),
            StringComparison.Ordinal));

        var lines = (await files.Get("pilots/erf-08037006/explain?kpi=TEST-RU-FRACTION-KG&class=residual"
            + "&from=2015-01-01&to=2017-01-01")).GetProperty("lines").EnumerateArray();
        Assert.Equal([("2015", "113000000"), ("2016", "114000000")], lines
            .Where(line => line.GetProperty("note").GetString() == "3 significant digits")
            .Select(line => (line.GetProperty("period").GetString()!, line.GetProperty("a").GetRawText())));
    }

    [Fact]
    public async Task Fractions_against_the_total_of_the_sister_file_flag_Bologna_only()
    {
        var told = (await files.Imported("emilia-romagna-fractions")).GetProperty("firstTold").EnumerateArray()
            .Where(found => found.GetProperty("value").ValueKind == JsonValueKind.Null)
            .Select(found => found.GetProperty("remedy").GetString()!).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("2015 8037006 adds to 216950749", told[0], StringComparison.Ordinal);
        Assert.Contains("-313786 apart", told[0], StringComparison.Ordinal);
        Assert.Contains("2016 8037006 adds to 222527270", told[1], StringComparison.Ordinal);
        Assert.Contains("-496780 apart", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_join_on_codes_although_they_spell_names_differently()
    {
        const string Year = "&from=2014-01-01&to=2016-01-01";
        var one = await files.Get("municipalities/IT-08035033/totals?kpi=TEST-RU-KG&by=year" + Year);
        var other = await files.Get("municipalities/IT-08035033/totals?kpi=TEST-RU-FRACTION-KG&by=year" + Year);
        Assert.Equal(one.ByPeriod()["2015"], other.ByPeriod()["2015"]);
        Assert.Contains("REGGIO EMILIA", Names("emilia-romagna"));
        Assert.DoesNotContain("REGGIO EMILIA", Names("emilia-romagna-fractions"));
        Assert.Contains("Reggio nell'Emilia", Names("emilia-romagna-fractions"));
    }

    [Theory]
    [InlineData("emilia-romagna", Node), InlineData("emilia-romagna-fractions", Fractions)]
    public async Task The_same_file_again_moves_nothing(string name, string node)
    {
        var first = Number(await files.Imported(name), "recorded");
        var before = await files.Get(node);
        var again = await files.ImportAgain(name);
        Assert.Equal((0, first, 0), (Number(again, "recorded"), Number(again, "repeated"), Number(again, "created")));
        Assert.Equal(before.GetProperty("version").GetString(), (await files.Get(node)).GetProperty("version").GetString());
    }

    [Fact]
    public async Task Verification_finds_no_difference()
    {
        await files.Imported("emilia-romagna-fractions");
        var report = await files.Verify();
        output.WriteLine(report.GetRawText());
        Assert.Empty(report.GetProperty("differences").EnumerateArray());
        Assert.Empty(report.GetProperty("faults").EnumerateArray());
        Assert.InRange(report.GetProperty("nodes").GetInt32(), 162 + 344 + 344, int.MaxValue);
    }

    private static int Number(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();

    private static string Code(string name) => "IT-" + name.Split(' ')[0].PadLeft(8, '0');

    private static string Macro(string label) => label switch
    {
        "Rifiuti non differenziati" => "residual",
        "Raccolta Differenziata a recupero" => "separate-recovery",
        _ => "separate-disposal",
    };

    private static IEnumerable<string> Names(string file) => File.ReadLines(RealFiles.DataOf(file))
        .Select(line => line.Split(',')).Select(cells => file == "emilia-romagna" ? cells[2] : cells[3]);

    private static SortedDictionary<string, string> YearAndPart(JsonElement answer) => Answers.Sorted(
        answer.GetProperty("split").EnumerateArray().SelectMany(part => part.ByPeriod()
            .Where(year => year.Value != "null")
            .Select(year => ($"{year.Key} {part.GetProperty("key").GetString()}", year.Value))));
}
