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

    private static T Read<T>(string facts) => JsonSerializer.Deserialize<T>(facts, KpiGridJson.Options)!;
}
