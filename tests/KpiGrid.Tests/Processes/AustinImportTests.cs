using System.Text.Json;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A large real file, imported over HTTP into a server that is killed and started again, several times.</summary>
[Collection(typeof(AustinAlone))]
public sealed class AustinImportTests(AustinServer austin, ITestOutputHelper output)
{
    private const int Rows = 362_977;
    private const string Totals = "/v1/regions/austin/totals?kpi=TEST-WASTE-LB&from=2005-01-01&to=2022-01-01";

    private static readonly TimeSpan commandWithin = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Every_row_is_taken_although_the_server_is_killed_again_and_again()
    {
        var counts = await austin.Imported();
        output.WriteLine($"{counts.Seconds} s, {counts.RowsPerSecond} rows/s, {counts.PeakMemoryMiB} MiB (all tests), "
            + $"{counts.Retries} retries, killed at {string.Join(", ", austin.AcknowledgedAtKills)} rows, {counts.Repeated} repeated");
        Assert.Equal(AustinServer.KillsPlanned, austin.AcknowledgedAtKills.Count);
        Assert.All(austin.AcknowledgedAtKills, rows => Assert.InRange(rows, 1, Rows - 1));
        Assert.InRange(counts.Retries, 1, int.MaxValue);
        Assert.Equal((Rows, Rows, 0, 0, 0),
            (counts.Rows, counts.Recorded + counts.Repeated, counts.Refused, counts.NotSent, counts.Errors));
    }

    [Fact]
    public async Task Every_id_is_in_the_journal_once()
    {
        await austin.Imported();
        Assert.Equal((Rows, Rows), JournalCounts.Of(austin.Folder));
    }

    [Fact]
    public async Task The_overall_total_is_exact()
    {
        await austin.Imported();
        Assert.Equal(AustinReference.Total, Assert.Single(Periods(await Ask(""))).Value);
    }

    [Theory]
    [InlineData("year", "by_year")]
    [InlineData("month", "by_month")]
    public async Task The_totals_by_period_are_exact(string size, string grouping)
    {
        await austin.Imported();
        var found = Periods(await Ask($"&by={size}")).Where(period => period.Value != "null");
        Assert.Equal(AustinReference.By(grouping), new SortedDictionary<string, string>(
            found.ToDictionary(period => period.Name, period => period.Value), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("class", "by_load_type")]
    [InlineData("pilot", "by_dropoff_site")]
    public async Task The_totals_by_part_are_exact(string split, string grouping)
    {
        await austin.Imported();
        var expected = AustinReference.By(grouping).ToDictionary(each => Slug.Of(each.Key), each => each.Value);
        var found = (await Ask($"&split={split}")).GetProperty("split").EnumerateArray()
            .ToDictionary(part => part.GetProperty("key").GetString()!, part => Assert.Single(Periods(part)).Value);
        Assert.Equal(
            expected.OrderBy(part => part.Key, StringComparer.Ordinal),
            found.OrderBy(part => part.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verification_finds_no_difference()
    {
        await austin.Imported();
        var report = await Command("verify", "--data", austin.Folder);
        output.WriteLine(report.GetRawText());
        Assert.Empty(report.GetProperty("differences").EnumerateArray());
        Assert.Empty(report.GetProperty("faults").EnumerateArray());
        Assert.InRange(report.GetProperty("nodes").GetInt32(), 31, int.MaxValue);
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        await austin.Imported();
        var counts = await Command("import", AustinServer.Zip, "--map", AustinServer.Map, "--create");
        output.WriteLine(counts.GetRawText());
        Assert.Equal((0, Rows, 0), (Number("recorded"), Number("repeated"), Number("created")));

        int Number(string name) => counts.GetProperty(name).GetInt32();
    }

    private static IEnumerable<(string Name, string Value)> Periods(JsonElement holder) =>
        holder.GetProperty("periods").EnumerateArray()
            .Select(each => (each.GetProperty("period").GetString()!, each.GetProperty("value").GetRawText()));

    private async Task<JsonElement> Ask(string more)
    {
        using var client = new HttpClient { BaseAddress = austin.Address }.With(austin.Key);
        var answer = await client.GetStringAsync(
            new Uri(Totals + more, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }

    private async Task<JsonElement> Command(params string[] args) => JsonSerializer.Deserialize<JsonElement>(
        await ProgramProcess.Run(commandWithin, [.. args, "--url", austin.Address.ToString(), "--key", austin.Key, "--json"]));
}
