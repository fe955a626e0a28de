using System.Text.Json;
using KpiGrid.Host.Import;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Twenty-two years of thirteen waste streams in 162 municipalities, in tonnes.</summary>
[Collection(typeof(RealFilesAlone))]
public sealed class ZurichImportTests(RealFiles files, ITestOutputHelper output)
{
    private const string Node = "regions/canton-zurich/totals?kpi=TEST-WASTE-ZH&from=2000-01-01&to=2022-01-01";
    private const string Late = "textilien";

    [Fact]
    public async Task Every_row_is_recorded_and_2559_blanks_are_no_measurement()
    {
        var counts = await files.Imported("zurich");
        output.WriteLine(counts.GetRawText());
        Assert.Equal((34_668, 2_559, 32_109), (Number("rows"), Number("blanks"), Number("recorded")));
        Assert.Equal((0, 0, 0, 0), (Number("errors"), Number("held"), Number("refused"), Number("notSent")));
        Assert.Equal(162, Number("pilots"));

        int Number(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Boundaries_of_2021_are_told_because_the_file_hides_mergers() => Assert.StartsWith(
        "2021", (await files.Imported("zurich")).GetProperty("boundaries").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Totals_overall_by_year_by_stream_and_by_municipality_are_exact()
    {
        var reference = files.Reference("zurich");
        Assert.Equal(reference.GetProperty("total").GetString(), (await files.Get(Node)).Only());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_year"), year => year),
            (await files.Get(Node + "&by=year")).ByPeriod());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_stream"), Slug.Of),
            (await files.Get(Node + "&split=class")).ByPart());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_municipality"), Code),
            (await files.Get(Node + "&split=municipality")).ByPart());
        Assert.Equal(Answers.Reference(reference.GetProperty("by_municipality"), Code),
            Answers.Sorted((await files.Get(Node + "&split=pilot")).ByPart()
                .Select(part => (part.Key.Replace("zh-", "CH-", StringComparison.Ordinal), part.Value))));
    }

    [Fact]
    public async Task A_zero_counts_as_reported_and_a_blank_does_not()
    {
        var total = (await files.Get(Node)).OnlyPeriod();
        Assert.Equal(32_109, total.GetProperty("n").GetInt32());
        var years = (await files.Get(Node + "&by=year")).GetProperty("periods").EnumerateArray().ToDictionary(
            year => year.GetProperty("period").GetString()!, year => year.Coverage());
        var blank = Cells().Where(cell => cell.Text.Length == 0).ToLookup(cell => cell.Year, cell => cell.Municipality);
        Assert.Equal(22, years.Count);
        Assert.Equal(6_341, Cells().Count(cell => cell.Text == "0"));
        Assert.All(years, year => Assert.Equal((162 - blank[year.Key].Distinct().Count(), 162), year.Value));
    }

    [Fact]
    public async Task A_class_that_came_in_2018_has_no_value_and_no_false_zero_before()
    {
        var years = (await files.Get($"{Node}&by=year&class={Late}")).GetProperty("periods");
        foreach (var year in years.EnumerateArray())
        {
            var isBefore = string.CompareOrdinal(year.GetProperty("period").GetString(), "2018") < 0;
            Assert.Equal(isBefore, year.GetProperty("value").ValueKind == JsonValueKind.Null);
            Assert.Equal(isBefore, year.GetProperty("n").GetInt32() == 0);
        }
        var streams = (await files.Get("pilots/zh-0001/streams")).GetProperty("streams").EnumerateArray().ToDictionary(
            stream => stream.GetProperty("class").GetString()!,
            stream => stream.GetProperty("expected")[0].GetProperty("from").GetString());
        Assert.Equal(13, streams.Count);
        Assert.Equal((4, 9), (streams.Values.Count(from => from == "2018-01-01"),
            streams.Values.Count(from => from == "2000-01-01")));
    }

    [Fact]
    public async Task Paper_and_card_together_beside_paper_or_card_in_86_municipality_years_are_all_added()
    {
        const string Both = "papier-karton-falls-nicht-separat-angegeben";
        var classes = new Dictionary<string, SortedDictionary<string, string>>();
        foreach (var code in (string[])[Both, "papier", "karton"])
        {
            var answer = await files.Get($"{Node}&by=year&split=municipality&class={code}");
            classes[code] = Answers.Sorted(answer.GetProperty("split").EnumerateArray().SelectMany(part =>
                part.ByPeriod().Select(year => ($"{part.GetProperty("key").GetString()} {year.Key}", year.Value))));
        }
        var together = classes[Both].Where(each => each.Value is not ("0" or "null")).Select(each => each.Key).ToList();
        Assert.Equal((86, 76), (together.Count(key => Has("papier", key) || Has("karton", key)),
            together.Count(key => Has("papier", key) && Has("karton", key))));

        bool Has(string code, string key) =>
            classes[code].GetValueOrDefault(key) is not (null or "0" or "null");
    }

    [Fact]
    public async Task The_same_file_again_moves_nothing()
    {
        await files.Imported("zurich");
        var before = await files.Get(Node);
        var again = await files.ImportAgain("zurich");
        Assert.Equal((0, 32_109, 0), (again.GetProperty("recorded").GetInt32(),
            again.GetProperty("repeated").GetInt32(), again.GetProperty("created").GetInt32()));
        var after = await files.Get(Node);
        Assert.Equal(before.GetProperty("version").GetString(), after.GetProperty("version").GetString());
    }

    private static string Code(string name) => "CH-" + name.Split(' ')[0].PadLeft(4, '0');

    private static IEnumerable<(string Year, string Municipality, string Text)> Cells() =>
        File.ReadLines(RealFiles.DataOf("zurich")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], cells[1], cells[^2]));
}
