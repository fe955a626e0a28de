using System.Text.Json;
using KpiGrid.Host.Import;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>A large real file: sixteen years of loads of one city. The file itself is not kept here.</summary>
public sealed class AustinTests
{
    private static readonly string Map = Path.Combine(AppContext.BaseDirectory, "Import", "austin.map.json");

    [Fact]
    public void Every_row_is_read_and_the_sum_is_exact()
    {
        var data = SharedData.File("tonnage/austin_waste_daily_by_route_2005_2021.zip");
        var errors = new RowErrors();
        var labels = new ImportLabels();
        var map = ImportMap.Read(File.ReadAllBytes(Map));
        using var reader = new RowReader(map, new ImportSource(data, "utf-8").Open(), errors);
        var sum = Amount.Zero;
        var ids = new HashSet<string>();
        foreach (var row in reader.Read())
        {
            sum += row.Value;
            labels.Meet(row);
            Assert.True(ids.Add(row.Id));
        }
        labels.Name(reader);
        Assert.Equal((0, 362_977, 362_977), (errors.Count, reader.Rows, ids.Count));
        Assert.Equal("7134882509.5394", sum.ToString());
        Assert.Equal(29, labels.Pilots.Count);
        Assert.Equal(("TDS - MRF", "US-48-AUSTIN"), labels.Pilots["tds-mrf"]);
    }

    [Fact]
    public void Two_slips_and_a_newest_year_in_progress_are_told_and_no_year_contradicts_its_date()
    {
        using var reader = Reader(out _, withIds: false);
        foreach (var _ in reader.Read()) { }
        Assert.Equal([("daily_weight", "0.125"), ("daily_weight", "0.1164")],
            reader.Checks!.Told.First.Select(told => (told.Column!, told.Value!)));
        Assert.Equal((2, 0), (reader.Checks.Told.Count, reader.Checks.Held.Count));
        Assert.StartsWith("2021 has 10886 rows until 2021-12-21 and 2020 has 21909",
            Assert.Single(reader.Checks.Finish()), StringComparison.Ordinal);
        Assert.Empty(reader.Doubts);
    }

    [Fact]
    public void The_load_taken_back_is_weighed_and_noted()
    {
        using var reader = Reader(out _);
        var negative = Assert.Single(reader.Read(), row => row.Value.Sign < 0);
        Assert.Equal(("-4480", "2011-09-06", "weighed", "tds-mrf"),
            (negative.Value.ToString(), negative.Period, negative.Flag, negative.Pilot));
        Assert.NotNull(negative.Note);
    }

    [Fact]
    public void Normal_and_outlier_rows_of_5659_keys_are_measurements_of_their_own()
    {
        var bare = File.ReadAllText(Map).Replace(", \"outlier\"]", "]", StringComparison.Ordinal);
        using var reader = Reader(out _, map: bare);
        // Without the outlier flag in the key, the second row of a key is numbered 2.
        Assert.Equal(5_659, reader.Read().Count(row => row.Id.EndsWith("-2", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_tonnes_shown_are_the_exact_total_in_pounds_converted()
    {
        Assert.True(Units.Convert(
            Amount.Parse("7134882509.5394"), Units.Find("lb"), Units.Find("t"), QuantityKind.WasteMass, out var tonnes));
        Assert.StartsWith("3236328.267", tonnes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mapping_makes_sound_registry_entries()
    {
        var map = ImportMap.Read(File.ReadAllBytes(Map));
        var labels = new ImportLabels();
        labels.Pilots.Add("tds-mrf", ("TDS \"MRF\"", "US-48-AUSTIN"));
        var entries = RegistryEntries.Of(map.Create!, labels).ToDictionary(entry => entry.Path, entry => entry.Facts);
        Assert.Equal(
            ["kpis/TEST-WASTE-LB", "municipalities/US-48-AUSTIN", "regions/austin", "pilots/tds-mrf"], entries.Keys);
        Assert.Empty(Read<KpiFacts>(entries["kpis/TEST-WASTE-LB"]).Check());
        Assert.Empty(Read<MunicipalityFacts>(entries["municipalities/US-48-AUSTIN"]).Check());
        Assert.Empty(Read<RegionFacts>(entries["regions/austin"]).Check());
        var pilot = Read<PilotFacts>(entries["pilots/tds-mrf"]);
        Assert.Empty(pilot.Check());
        Assert.Equal("Drop-off site TDS \"MRF\"", pilot.Name);
    }

    private static RowReader Reader(out RowErrors errors, bool withIds = true, string? map = null)
    {
        var data = SharedData.File("tonnage/austin_waste_daily_by_route_2005_2021.zip");
        var read = ImportMap.Read(map is null ? File.ReadAllBytes(Map) : System.Text.Encoding.UTF8.GetBytes(map));
        return new(read, new ImportSource(data, "utf-8").Open(), errors = new(), withIds, withIds ? null : ".");
    }

    private static T Read<T>(string facts) => JsonSerializer.Deserialize<T>(facts, KpiGridJson.Options)!;
}
