using KpiGrid.Tests.Api.Hosting;

namespace KpiGrid.Tests.Access;

/// <summary>Makes a good request of a route to a node in some relation to the caller, who alone decides what comes of it.</summary>
internal sealed class RouteRequests(AccessGrid grid)
{
    public static readonly string[] Relations = ["own", "sibling", "other", "unknown"];
    private static int lastNumber;

    public async Task<int> Status(string method, string pattern, string role, string relation)
    {
        var (kind, id) = await Node(pattern, role, relation);
        var path = Path(pattern, id) + Query(pattern, id);
        using var request = AccessGrid.With(new(new(method), path), grid.Keys[role], Body(method, pattern, kind, id, role));
        using var answer = await grid.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, Xunit.TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private async Task<(string Kind, string Id)> Node(string pattern, string role, string relation)
    {
        var number = Interlocked.Increment(ref lastNumber);
        var at = Array.IndexOf(Relations, relation);
        if (pattern.Contains("/pilots/", StringComparison.Ordinal)) return ("pilot", Pick(at, "p-own", "p-sib", "p-oth", $"p-{number}"));
        if (pattern.Contains("/municipalities/", StringComparison.Ordinal))
            return ("municipality", Pick(at, "DK-A1", "DK-A2", "DK-B1", $"DK-X{number}"));
        if (pattern.Contains("/kpis/", StringComparison.Ordinal))
            return ("kpi", Pick(at, "AT-OWN", "AT-OWN", "AT-OWN", $"AT-{number}"));
        if (pattern.Contains("/rates/", StringComparison.Ordinal))
            return ("rates", Pick(at, "at-own", "at-own", "at-own", $"at-{number}"));
        if (pattern.Contains("/keys/", StringComparison.Ordinal))
            return ("key", relation == "unknown" ? "aaaaaaaaaaaa" : (await grid.NewKey(new("spare", "analyst", null, "spare")))[3..15]);
        if (pattern.Contains("/people/", StringComparison.Ordinal)) return ("person", await Person(role, relation, number));
        return ("region", Pick(at, "net-a", "net-s", "net-b", $"net-{number}"));
    }

    /// <summary>The caller's own actor, others', and one of whom nothing is kept.</summary>
    private async Task<string> Person(string role, string relation, int number)
    {
        var actor = relation switch { "own" => $"a-{role}", "unknown" => $"nobody-{number}", _ => $"another-{number}" };
        if (relation != "unknown") await grid.Send("PUT", $"/v1/people/{actor}", "admin", AccessWorld.Person);
        return actor;
    }

    private static string Pick(int at, params string[] ids) => ids[at];

    private static string Path(string pattern, string id) => pattern
        .Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{kpi}/{class}", "CDW-DIV/recycled", StringComparison.Ordinal)
        .Replace("{kpi}", "CDW-GEN", StringComparison.Ordinal)
        .Replace("{chart}", "series", StringComparison.Ordinal)
        .Replace("{country}", "DK", StringComparison.Ordinal)
        .Replace("{round}", "r1", StringComparison.Ordinal)
        .Replace("{municipality}", AccessWorld.FirstMember(id), StringComparison.Ordinal)
        .Replace("{number}", "1", StringComparison.Ordinal)
        .Replace("{key}", "kg_aaaaaaaaaaaa_none", StringComparison.Ordinal)
        .Replace("{actor}", id, StringComparison.Ordinal)
        .Replace("{kind}", "regions", StringComparison.Ordinal)
        .Replace("{place}", id, StringComparison.Ordinal)
        .Replace("{pilot}", id, StringComparison.Ordinal)
        .Replace("{id}", id, StringComparison.Ordinal);

    private static string Query(string pattern, string id)
    {
        const string days = "kpi=CDW-GEN&from=2026-01-01&to=2027-01-01";
        if (pattern is "/v1/totals" or "/v1/overlap") return $"?place=regions/{id}&{days}";
        if (pattern == "/v1/instruments") return $"?place=regions/{id}&from=2026-01-01&to=2027-01-01";
        if (pattern == "/v1/compare") return $"?place=regions/{id}&{days}";
        if (pattern == "/v1/audit") return $"?node=regions/{id}";
        var last = pattern.Split('/')[^1];
        return last switch
        {
            "totals" or "explain" => $"?{days}",
            "fields" when pattern.StartsWith("/v1/", StringComparison.Ordinal) => "?from=2026-01-01&to=2027-01-01",
            "matrix" => "?kpi=CDW-DIV&from=2026-01-01&to=2027-01-01",
            "changes" when !pattern.Contains("/editions/", StringComparison.Ordinal) => $"?{days}&since=2026-01-01T00:00:00Z",
            "{chart}" or "stream" => "?kpi=CDW-GEN&period=2026",
            "what-if" when pattern.StartsWith("/v1/", StringComparison.Ordinal) =>
                $"?from=2026-01-01&to=2027-01-01&without=municipalities/{AccessWorld.FirstMember(id)}",
            "live" => $"?{days}&by=quarter",
            "file" => "?import=file-none",
            "measurements" or "corrections" => "?dryRun=true",
            _ => "",
        };
    }

    private static string? Body(string method, string pattern, string kind, string id, string role)
    {
        if (method is not ("PUT" or "POST")) return null;
        var behalf = role == "body" ? "\"onBehalfOf\":\"a member\"," : "";
        return (kind, pattern.Split('/')[^1]) switch
        {
            (_, "measurements") => $$"""
                {{{behalf}}"id":"m-{{Interlocked.Increment(ref lastNumber)}}","kpi":"CDW-GEN","period":"2026-04","value":1,"unit":"t"}
                """,
            (_, "corrections") => $$"""
                {{{behalf}}"id":"m1","kpi":"CDW-GEN","revision":2,"kind":"correction","reason":"slip","period":"2026-03","value":2,"unit":"t"}
                """,
            // No pilot here asks to be approved: who may submit is told so.
            (_, "approval") => $$"""{"act":"submit","id":"s-{{Interlocked.Increment(ref lastNumber)}}","day":"2026-02-01"}""",
            // Nothing here was reported on behalf of anybody: who may confirm is told so, and the admin that it is their own.
            (_, "confirmations") => $$"""
                {"act":"confirm","id":"c-{{Interlocked.Increment(ref lastNumber)}}","municipality":"{{AccessWorld.FirstParticipant(id)}}",
                 "kpi":"CDW-GEN","measurement":"m1","revision":1}
                """,
            ("person", _) => AccessWorld.Person,
            ("pilot", _) => AccessWorld.Pilot(id),
            ("municipality", _) => AccessWorld.Municipality,
            ("kpi", _) => AccessWorld.Kpi,
            ("rates", _) => AccessWorld.Rates,
            _ when pattern.Contains("/keys", StringComparison.Ordinal) =>
                """{"actor":"made","label":"made","grants":[{"role":"analyst"}]}""",
            _ when pattern.Contains("/targets/", StringComparison.Ordinal) => AccessWorld.Target,
            (_, "editions") => AccessWorld.Edition,
            (_, "{round}") => AccessWorld.Round(id),
            _ when pattern.Contains("/turns/", StringComparison.Ordinal) => AccessWorld.Turn,
            _ when pattern.Contains("/regions/", StringComparison.Ordinal) => AccessWorld.Region(id),
            _ => null,
        };
    }
}
