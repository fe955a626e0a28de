using System.Globalization;
using System.Text;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Samples;

/// <summary>
/// Pushes invented measurements of today, about one a second, to pilots of its own in the region <c>live</c>, so that
/// there is something to watch. No total of the sample networks is moved by it.
/// </summary>
internal sealed class LiveGenerator(PatientHttp http, TimeProvider time)
{
    private const int Seed = 20261120;
    private static readonly TimeSpan pauseMin = TimeSpan.FromMilliseconds(500);

    private static readonly LivePlace[] places =
    [
        new("live-koebenhavn", "København live", "DK-0101", "Europe/Copenhagen"),
        new("live-amsterdam", "Amsterdam live", "NL-GM0363", "Europe/Amsterdam"),
        new("live-antwerpen", "Antwerpen live", "BE-11002", "Europe/Brussels"),
    ];

    private static readonly (string Kpi, string Class)[] streams = [("CDW-DIV", "recycled"), ("MAT-REU", "wood")];

    public static IEnumerable<string> Municipalities => places.Select(place => place.Municipality);

    /// <summary>Measurements acknowledged.</summary>
    public int Pushed { get; private set; }

    /// <summary>Pushes until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        foreach (var place in places) await Put(place, cancellationToken);
        var random = new Random(Seed);
        // Ids begin with the start of this run: another run of the same seed repeats no id with another content.
        var run = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        while (true)
        {
            var place = places[random.Next(places.Length)];
            await Push(place, Measurement(random, $"live-{run}-{Pushed}", place), cancellationToken);
            await Task.Delay(pauseMin * (1 + 2 * random.NextDouble()), time, cancellationToken);
        }
    }

    private string Measurement(Random random, string id, LivePlace place)
    {
        var (kpi, @class) = streams[random.Next(streams.Length)];
        var kilograms = random.Next(50, 4_000);
        var today = Zones.Today(time.GetUtcNow(), place.Zone).ToString("O", CultureInfo.InvariantCulture);
        return $$"""
            {"id":"{{id}}","kpi":"{{kpi}}","class":"{{@class}}","period":"{{today}}",
             "value":{{kilograms}},"unit":"kg","tags":["sample"]}
            """;
    }

    private async Task Push(LivePlace place, string measurement, CancellationToken cancellationToken)
    {
        var path = $"/v1/pilots/{place.Pilot}/measurements";
        var answer = await http.Push(path, Encoding.UTF8.GetBytes(measurement), cancellationToken);
        if (!answer.IsSuccess) throw new RefusedException(path, answer);
        Pushed++;
    }

    private async Task Put(LivePlace place, CancellationToken cancellationToken)
    {
        var path = $"/v1/pilots/{place.Pilot}";
        if ((await http.Get(path, cancellationToken)).IsSuccess) return;
        var answer = await http.Put(path, Encoding.UTF8.GetBytes(place.Facts), cancellationToken);
        if (!answer.IsSuccess) throw new RefusedException(path, answer);
    }

    /// <summary>A pilot of the generator.</summary>
    private sealed record LivePlace(string Pilot, string Name, string Municipality, string Zone)
    {
        public string Facts => $$"""
            {"name":"{{Name}}","kind":"single","start":"2026-01-01","tags":["live"],"sample":true,
             "shares":[{"municipality":"{{Municipality}}","parts":1,"whole":1,"from":"2026-01-01"}]}
            """;
    }
}
