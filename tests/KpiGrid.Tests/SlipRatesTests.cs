using System.Globalization;
using System.IO.Compression;
using Sylvan.Data.Csv;
using Xunit;

namespace KpiGrid.Tests;

/// <summary>
/// How often the slip detector asks about real figures as they are (false alarms), and about the same figures spoiled (hits):
/// every figure in its turn beside what its own stream had reported before, as the form and the files do.
/// </summary>
public sealed class SlipRatesTests(ITestOutputHelper output)
{
    private const int HistoryMax = 200;

    private static readonly (string Name, int Up, int Down)[] spoils =
        [("x 1,000", 1_000, 1), ("/ 1,000", 1, 1_000), ("x 100", 100, 1), ("/ 100", 1, 100), ("x 10", 10, 1), ("/ 10", 1, 10)];

    /// <param name="data">The figures.</param>
    /// <param name="alarmsMax">At most so many of a thousand true figures are asked about.</param>
    /// <param name="thousandMin">At least so many of a thousand figures 1,000 times too large or small are.</param>
    /// <param name="tenMin">At least so many of a thousand figures 10 times too large or small are.</param>
    [Theory]
    [InlineData("zurich", 20, 980, 700)]
    [InlineData("emilia", 20, 990, 900)]
    [InlineData("austin", 20, 980, 300)]
    public void True_figures_are_seldom_asked_about_and_spoiled_ones_mostly(string data, int alarmsMax, int thousandMin, int tenMin)
    {
        var (streams, every) = data switch
        {
            "zurich" => (Zurich(), 1), "emilia" => (Emilia(), 1), _ => (Austin(), 40),
        };
        var (tried, alarms, hits) = Try(streams, every);
        output.WriteLine($"{data}: {streams.Count} streams, {tried} figures; asked about as they are: {PerCent(alarms, tried)}");
        foreach (var (spoil, count) in spoils.Zip(hits))
            output.WriteLine($"  {spoil.Name}: asked {PerCent(count.Asked, tried)}, the true figure proposed {PerCent(count.Right, tried)}");
        Assert.InRange(alarms, 0, tried * alarmsMax / 1_000);
        Assert.All(hits.Take(2), hit => Assert.InRange(hit.Asked, tried * thousandMin / 1_000, tried));
        Assert.All(hits.Skip(4), hit => Assert.InRange(hit.Asked, tried * tenMin / 1_000, tried));
    }

    private static (int Tried, int Alarms, (int Asked, int Right)[] Hits) Try(IReadOnlyCollection<List<Amount>> streams, int every)
    {
        var (tried, alarms, turn) = (0, 0, 0);
        var hits = new (int Asked, int Right)[spoils.Length];
        foreach (var stream in streams)
            for (var at = Slip.HistoryMin; at < stream.Count; at++)
            {
                if (stream[at].Sign <= 0 || turn++ % every != 0) continue;
                var history = stream.GetRange(Math.Max(0, at - HistoryMax), Math.Min(at, HistoryMax));
                tried++;
                if (Slip.Of(stream[at], history) is not null) alarms++;
                foreach (var (spoil, index) in spoils.Select((spoil, index) => (spoil, index)))
                {
                    if (Slip.Of(new(stream[at].Count * spoil.Up / spoil.Down), history) is not { } slip) continue;
                    hits[index].Asked++;
                    if (slip.Likely == stream[at]) hits[index].Right++;
                }
            }
        return (tried, alarms, hits);
    }

    private static string PerCent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:N2} %");

    private static IReadOnlyCollection<List<Amount>> Zurich() => Streams(
        File.OpenText(SharedData.File("tonnage/zurich_waste_by_municipality_2000_2021.csv")), ',',
        row => (row("Gemeinde_Nr") + row("Abfallart"), row("Jahr"), row("Wert")));

    private static IReadOnlyCollection<List<Amount>> Emilia() => Streams(
        File.OpenText(SharedData.File("tonnage/emilia_romagna_ru_by_municipality_2010_2016.csv")), ',',
        row => (row("ISTAT_COD"), row("anno"), row("RU(kg)")));

    private static IReadOnlyCollection<List<Amount>> Austin()
    {
        var zip = ZipFile.OpenRead(SharedData.File("tonnage/austin_waste_daily_by_route_2005_2021.zip"));
        return Streams(new StreamReader(zip.Entries[0].Open()), ',',
            row => (row("Dropoff.Site") + row("Load.Type") + row("Route.Number"), row("date"), row("daily_weight")));
    }

    /// <summary>The figures of every stream in the order of their time.</summary>
    private static IReadOnlyCollection<List<Amount>> Streams(
        TextReader file, char separator, Func<Func<string, string>, (string Stream, string Time, string Value)> read)
    {
        using var csv = CsvDataReader.Create(file, new CsvDataReaderOptions { Delimiter = separator, MaxBufferSize = 1 << 20 });
        var rows = new List<(string Stream, string Time, Amount Value)>();
        while (csv.Read())
        {
            var (stream, time, text) = read(name => csv.GetString(csv.GetOrdinal(name)));
            if (Amount.TryParse(text, out var value)) rows.Add((stream, time, value));
        }
        return [.. rows.GroupBy(row => row.Stream).Select(group =>
            group.OrderBy(row => row.Time, StringComparer.Ordinal).Select(row => row.Value).ToList())];
    }
}
