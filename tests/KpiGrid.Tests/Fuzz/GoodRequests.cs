using System.Globalization;
using System.Text;

namespace KpiGrid.Tests.Fuzz;

/// <summary>A request of every kind that the API takes, before it is spoiled.</summary>
internal static class GoodRequests
{
    private const string Json = "application/json";
    private const string From = "from=2026-01-01&to=2027-01-01";

    private static readonly string[] questions =
    [
        $"/v1/regions/fuzz-all/totals?kpi=CDW-DIV&{From}&by=month&split=municipality",
        $"/v1/municipalities/DK-F1/totals?kpi=CDW-REC-R&{From}&by=quarter&split=pilot",
        $"/v1/pilots/fuzz-joint/totals?kpi=CDW-DIV&{From}&split=class&class=recycled",
        $"/v1/regions/fuzz-all/totals?kpi=BANK-STK&{From}&by=half&mean=month",
        $"/v1/compare?region=fuzz-all&kpi=CDW-DIV&{From}&by=month&per=inhabitant&scaleTo=fuzz-all",
        "/v1/compare?pilots=fuzz-joint&kpi=CDW-DIV&clock=pilot&by=stage&per=budget&rates=fuzz&currency=EUR",
        $"/v1/totals?place=regions/fuzz-all&place=municipalities/DK-F1&kpi=CDW-DIV&{From}&by=week",
        $"/v1/overlap?place=regions/fuzz-all&place=municipalities/DK-F1&kpi=CDW-DIV&{From}&class=recycled",
        $"/v1/instruments?place=regions/fuzz-all&{From}&q=tree&kpi=CDW-DIV",
        $"/v1/regions/fuzz-all/fields?{From}",
        $"/v1/regions/fuzz-all/matrix?kpi=CDW-DIV&{From}&beside=VAC-A&beside=BLD-KEEP",
        $"/v1/regions/fuzz-all/what-if?without=municipalities/DK-F1&without=pilots/fuzz-joint&{From}&kpi=CDW-DIV",
        "/v1/regions/fuzz-all/confirmations?status=waiting&limit=5", "/v1/pilots/fuzz-joint/confirmations?kpi=CDW-DIV",
        "/v1/regions/fuzz-all/conflicts?kpi=CDW-DIV", "/v1/pilots/fuzz-joint/conflicts", "/v1/municipalities/DK-F1/conflicts?kpi=CDW-DIV",
        $"/v1/regions/fuzz-all/totals?kpi=CDW-DIV&{From}&reading=eu", $"/v1/regions/fuzz-all/totals?kpi=CDW-DIV&{From}&split=definition",
        $"/v1/regions/fuzz-all/totals?kpi=ORG-PART&{From}&asOf=2026-06-01T00:00:00Z",
        $"/v1/regions/fuzz-all/totals?kpi=CDW-DIV&{From}&atLeast=1.fuzz-joint.1",
        $"/v1/regions/fuzz-all/explain?kpi=CDW-DIV&{From}&limit=2&cursor=x",
        $"/v1/pilots/fuzz-joint/explain?kpi=CDW-DIV&{From}",
        "/v1/pilots/fuzz-joint/lineage?kpi=CDW-DIV&class=recycled&by=month&months=6&per=inhabitant&scaleTo=fuzz-all",
        "/v1/pilots/fuzz-joint/streams?includeHistory=true",
        "/v1/pilots/fuzz-joint/streams/CDW-DIV/recycled@DK-F1?includeHistory=true&asOf=2026-06-01T00:00:00Z",
        "/v1/pilots?limit=3&after=a", "/v1/municipalities?limit=3", "/v1/regions?limit=3", "/v1/kpis?limit=3",
        "/v1/pilots/fuzz-joint", "/v1/municipalities/DK-F1?on=2026-01-01", "/v1/regions/fuzz-all", "/v1/kpis/CDW-DIV",
        "/v1/regions/fuzz-all/live?kpi=CDW-DIV&by=month", "/openapi/v1.json",
        "/v1/keys?limit=3&after=a", "/v1/keys/aaaaaaaaaaaa", "/v1/people/a-fuzz", "/metrics", "/sign-in/kg_aaaaaaaaaaaa_x",
        "/v1/audit?node=pilots/fuzz-joint&actor=local-admin&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&after=x&limit=2", "/health/ready", "/",
        "/v1/targets?limit=3&after=a", "/v1/targets/regions/fuzz-all/CDW-DIV/recycled?asOf=2026-06-01T00:00:00Z",
        "/v1/regions/fuzz-all/progress?kpi=CDW-DIV&on=2026-06-01", "/v1/regions/fuzz-all/late?kpi=CDW-DIV&on=2026-06-01",
        "/v1/regions/fuzz-all/rounds?limit=3&after=a", "/v1/regions/fuzz-all/rounds/r1?asOf=2026-06-01T00:00:00Z",
        "/v1/regions/fuzz-all/rounds/r1/pack", "/v1/regions/fuzz-all/editions", "/v1/regions/fuzz-all/editions/1", "/v1/regions/fuzz-all/editions/1/changes?atLeast=1.fuzz-joint.1",
        "/regions/fuzz-all?kpi=CDW-DIV&period=2026&lang=da", "/pilots/fuzz-joint/stream?kpi=CDW-DIV&class=recycled", "/find?q=fuzz&lang=nl", "/regions/fuzz-all/rounds?kpi=CDW-DIV&lang=nl",
    ];

    private static readonly (string Target, string Body)[] puts =
    [
        ("/v1/people/a-fuzz", """{"name":"Sample Person","email":"sample@example.org"}"""),
        ("/v1/municipalities/DK-F9", """
            {"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"F","nuts3":"DK042",
             "location":{"lat":55.86,"lon":9.85},"from":"2007-01-01","to":null,"successors":[]}],
             "population":[{"from":"2019-01-01","value":90370}],"reason":"fuzz"}
            """),
        ("/v1/regions/fuzz-other", """
            {"name":"Other","kind":"network","members":[{"municipality":"DK-F1","from":"2026-01-01","to":null}],"reason":"fuzz"}
            """),
        ("/v1/pilots/fuzz-other", """
            {"name":"Other","kind":"joint","start":"2026-01-01","stages":[{"name":"W1","on":"2026-02-10"}],"lead":"a body",
             "shares":[{"municipality":"DK-F1","parts":1,"whole":2,"from":"2026-01-01","to":null,"kpi":null},
                       {"municipality":"DK-F2","parts":1,"whole":2,"from":"2026-01-01"}],
             "kpis":[{"kpi":"CDW-DIV","class":"recycled","from":"2026-01-01"}],
             "budget":[{"amount":5000000,"currency":"DKK","from":"2026-01-01","to":"2027-01-01"}],"reason":"fuzz"}
            """),
        ("/v1/kpis/FUZZ-KPI", """
            {"names":{"en":"F","da":"F","nl":"F"},"kind":"flow","quantity":"waste mass","unit":"t","direction":"up",
             "frequency":"quarter","classes":["a","b"],"decimals":3,"range":{"min":0,"max":null},"reason":"fuzz"}
            """),
        ("/v1/targets/regions/fuzz-all/CDW-DIV", """
            {"unit":"t","baseline":{"period":"2025","value":40,"comment":"c"},"points":[{"period":"2026","value":50},
             {"period":"2027-Q1","value":1e3}],"reason":"fuzz"}
            """),
        ("/v1/regions/fuzz-all/rounds/r1", """
            {"title":"R","date":"2026-05-21","cutOff":"2026-05-21T00:00:00+02:00","members":["DK-F1","DK-F2"],"kpi":"CDW-DIV","reason":"fuzz"}
            """),
        ("/v1/regions/fuzz-all/rounds/r1/turns/DK-F1", """
            {"nothingToReport":false,"steps":[{"text":"next","by":"2026-08-01"}],"kpi":"CDW-DIV","reason":"fuzz"}
            """),
    ];

    private static readonly string[] measurements =
    [
        """{"id":"#","kpi":"CDW-DIV","class":"recycled","period":"2026-Q1","value":12.5,"unit":"t","flag":"weighed"}""",
        """{"id":"#","kpi":"CDW-REC-R","period":"2026-03","numerator":90,"denominator":100,"note":"n"}""",
        """{"id":"#","kpi":"GWP-LC","period":"2026-03-31","value":8,"weight":1000,"municipality":"DK-F1"}""",
        """{"id":"#","kpi":"ORG-PART","period":"2026-W14","members":["a","b"],"tags":["x"],"links":["https://x"]}""",
        """{"id":"#","kpi":"BANK-IN","period":"2026-03-29T01:30Z","reading":31.2,"reset":false,"provisional":true}""",
        """{"id":"#","kpi":"FIN-SPD","period":"2026-11-01/2026-12-01","value":400000,"unit":"DKK","evidence":[]}""",
        """{"id":"#","kpi":"EVT-N","period":"2026-S1","silence":"nothing-to-report"}""",
    ];

    public static FuzzRequest One(Random random, int number) => random.Next(10) switch
    {
        0 => new("GET", questions[random.Next(questions.Length)], []),
        1 => Question(random),
        2 => Put(random),
        3 => Push(random, "corrections", Correction(random), Json),
        4 => Push(random, "measurements", Lines(random, number), "application/x-ndjson"),
        5 => Push(random, "measurements", Table(random, number), "text/csv"),
        _ => Push(random, "measurements", $"[{Item(random, number)},{Item(random, number + 1)}]", Json),
    };

    private static FuzzRequest Question(Random random) => new("GET", questions[random.Next(questions.Length)], []);

    private static FuzzRequest Put(Random random)
    {
        if (random.Next(20) == 0) return new("DELETE", "/v1/keys/aaaaaaaaaaaa?reason=fuzz", []);
        if (random.Next(20) == 0)
            return new("POST", "/v1/keys", """
                {"actor":"a-fuzz","label":"fuzz","use":"machine","grants":[{"role":"lead","on":"pilots/fuzz-joint",
                 "from":"2026-01-01","to":null}],"expires":"2027-01-01T00:00:00Z"}
                """u8.ToArray()) { ContentType = Json };
        if (random.Next(20) == 0)
            return new("POST", "/v1/regions/fuzz-all/editions", """
                {"cutOff":"2026-06-01T00:00:00Z","title":"E","kpis":["CDW-DIV","ORG-PART"],"from":"2026-01-01","to":"2026-07-01","by":"quarter"}
                """u8.ToArray()) { ContentType = Json };
        if (random.Next(20) == 0)
            return new("POST", "/v1/pilots/fuzz-joint/approval", """
                {"act":"reopen","id":"a-fuzz","day":"2026-02-01","reason":"A load was weighed twice"}
                """u8.ToArray()) { ContentType = Json };
        if (random.Next(20) == 0)
            return new("POST", "/v1/pilots/fuzz-joint/confirmations", """
                {"act":"dispute","id":"c-fuzz","municipality":"DK-0615","kpi":"CDW-DIV","measurement":"m","revision":1,"reason":"No"}
                """u8.ToArray()) { ContentType = Json };
        var (target, body) = puts[random.Next(puts.Length)];
        return new("PUT", target, Encoding.UTF8.GetBytes(body)) { ContentType = Json };
    }

    private static FuzzRequest Push(Random random, string noun, string body, string contentType)
    {
        var query = random.Next(6) switch
        {
            0 => "?dryRun=true", 1 => "?partial=true", 2 => "?receipt=impact", 3 => "?import=fuzz", 4 => "?culture=da", _ => "",
        };
        return new("POST", $"/v1/pilots/fuzz-joint/{noun}{query}", Encoding.UTF8.GetBytes(body)) { ContentType = contentType };
    }

    private static string Item(Random random, int number) =>
        measurements[random.Next(measurements.Length)].Replace("#", Id(number), StringComparison.Ordinal);

    private static string Lines(Random random, int number) => $"{Item(random, number)}\n{Item(random, number + 1)}\n";

    private static string Table(Random random, int number) => $""""
        id;kpi;class;period;value;unit;flag;note
        {Id(number)};CDW-DIV;recycled;2026-Q{random.Next(1, 5)};12,5;t;weighed;"a ""note"""
        {Id(number + 1)};MAT-REU;wood;2026-03;1;t;;
        """";

    private static string Correction(Random random) => $$"""
        {"kpi":"CDW-DIV","id":"known","revision":{{random.Next(1, 4)}},"kind":"correction","reason":"slip","class":"recycled",
         "period":"2026-Q1","value":{{random.Next(100)}},"unit":"t"}
        """;

    private static string Id(int number) => $"f-{number.ToString(CultureInfo.InvariantCulture)}";
}
