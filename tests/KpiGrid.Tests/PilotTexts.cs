using System.Text.Json;

namespace KpiGrid.Tests;

/// <summary>The pilot document of the HTTP API, with every member filled.</summary>
internal static class PilotTexts
{
    public const string Json = """
        {"name":"Stop Byggespild","kind":"joint","start":"2026-01-01","plannedEnd":"2027-01-01",
         "stages":[{"name":"W1","on":"2026-02-10"}],"lead":"an organisation",
         "shares":[{"municipality":"DK-0615","parts":25,"whole":100,"from":"2026-01-01","to":null,"kpi":null},
                   {"municipality":"DK-0740","parts":25,"whole":100,"from":"2026-01-01","to":null,"kpi":null},
                   {"municipality":"DK-0751","parts":35,"whole":100,"from":"2026-01-01","to":null,"kpi":null},
                   {"municipality":"DK-0779","parts":15,"whole":100,"from":"2026-01-01","to":null,"kpi":null},
                   {"municipality":"DK-0779","parts":1,"whole":1,"from":"2026-01-01","to":null,"kpi":"EVT-N"}],
         "kpis":[{"kpi":"CDW-DIV","class":"recycled","municipality":"DK-0615","from":"2026-01-01","to":null}],
         "budget":[{"amount":5000000,"currency":"DKK","from":"2026-01-01","to":"2027-01-01"}],
         "tags":["education"],"buildingType":"school","replicaOf":"icon",
         "links":[{"title":"Page","url":"https://example.org/a"}],"sample":true}
        """;

    public static PilotFacts Full => JsonSerializer.Deserialize<PilotFacts>(Json, KpiGridJson.Options)!;
}
