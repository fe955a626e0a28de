using System.Globalization;
using KpiGrid.Tests.Api.Hosting;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>A network of five municipalities, its pilots, and measurements of them that add up to a known sum.</summary>
internal static class Network
{
    public const string Totals = $"/v1/regions/network/totals?{Question}";

    private const string Question = "kpi=CDW-DIV&from=2026-01-01&to=2027-01-01";

    private static readonly string[] municipalities = ["DK-F1", "DK-F2", "DK-F3", "DK-F4", "DK-F5"];
    private static readonly string[] classes = ["reused", "prepared", "recycled", "backfilled"];

    public static async Task Make(Sender to, params string[] pilots)
    {
        foreach (var id in municipalities) await to.Put($"/v1/municipalities/{id}", ApiCluster.Municipality(id));
        var members = municipalities.Select(id => $$"""{"municipality":"{{id}}","from":"2026-01-01"}""");
        await to.Put("/v1/regions/network",
            $$"""{"name":"Network","kind":"network","members":[{{string.Join(',', members)}}]}""");
        foreach (var id in pilots) await to.Put($"/v1/pilots/{id}", Pilot(id));
    }

    public static string TotalsOf(string node) => $"/v1/{node}/totals?{Question}";

    /// <summary>Measurements over the twenty KPI streams of a pilot.</summary>
    public static string Body(IEnumerable<int> numbers) => $"[{string.Join(',', numbers.Select(number => Measurement(number, Value(number))))}]";

    public static decimal Sum(IEnumerable<int> numbers) => numbers.Sum(Value);

    private static decimal Value(int number) => 1 + number % 997 * 0.001m;

    public static string Measurement(int number, decimal value) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"m-{{number}}","kpi":"CDW-DIV","class":"{{classes[number % 4]}}","municipality":"{{municipalities[number % 5]}}",
        "period":"2026-{{1 + number % 10:00}}-{{1 + number % 28:00}}","value":{{value}},"unit":"t"}
        """);

    private static string Pilot(string name)
    {
        var shares = municipalities.Select(id =>
            $$"""{"municipality":"{{id}}","parts":1,"whole":5,"from":"2026-01-01"}""");
        return $$"""
            {"name":"{{name}}","kind":"joint","start":"2026-01-01","shares":[{{string.Join(',', shares)}}]}
            """;
    }
}
