using KpiGrid.Host.Keys;

namespace KpiGrid.BrowserTests;

/// <summary>A pilot of one municipality with a history of one stream, and the lead who reports for it.</summary>
internal sealed record ReportingPilot(string Id, string Region, string RegionName)
{
    public KeyWish Lead => new($"lead-of-{Id}", "lead", $"pilots/{Id}", "browser tests");

    public static async Task<ReportingPilot> Make(DemoServer server, string name)
    {
        var pilot = new ReportingPilot($"report-{name}", $"region-{name}", $"Region of {name}");
        await server.Put($"/v1/regions/{pilot.Region}", $$"""
            {"name":"{{pilot.RegionName}}","kind":"network","members":[{"municipality":"DK-0615","from":"2020-01-01"}],"reason":"browser tests"}
            """);
        await server.Put($"/v1/pilots/{pilot.Id}", $$"""
            {"name":"Pilot of {{name}}","kind":"single","start":"2020-01-01","reason":"browser tests",
             "shares":[{"municipality":"DK-0615","parts":1,"whole":1,"from":"2020-01-01"}],
             "kpis":[{"kpi":"MAT-REU","class":"wood","from":"2020-01-01"},{"kpi":"EVT-N","from":"2020-01-01"}]}
            """);
        foreach (var (month, value) in new[] { ("2026-01", "12"), ("2026-02", "14.5"), ("2026-03", "11.2") })
            await server.Push(pilot.Id, $$"""
                {"id":"m-{{month}}","kpi":"MAT-REU","class":"wood","period":"{{month}}","value":{{value}},"unit":"t","flag":"weighed"}
                """);
        return pilot;
    }
}
