namespace KpiGrid.Tests.Access;

/// <summary>What there is: nodes of the caller's own network, one beside it, one of another network.</summary>
internal static class AccessWorld
{
    public static readonly string[] Pilots = ["p-own", "p-sib", "p-oth"];

    public const string Person = """{"name":"Sample Person","email":"sample@example.org"}""";

    /// <summary>One measurement of each of two streams.</summary>
    public const string Measurements = """
        [{"id":"m1","kpi":"CDW-GEN","period":"2026-03","value":1,"unit":"t"},
         {"id":"m2","kpi":"CDW-DIV","class":"recycled","period":"2026-03","value":1,"unit":"t"}]
        """;

    private static readonly string[] regions = ["net-a", "net-s", "net-b"];

    /// <summary>An edition of each region, of what was known half a minute after all this was recorded.</summary>
    public static IEnumerable<(string Path, string Order)> Editions => regions.Select(id => ($"regions/{id}/editions", Edition));

    public const string Edition = """{"round":"r1","kpis":["CDW-GEN"],"from":"2026-01-01","to":"2026-07-01"}""";

    public const string Turn = """{"steps":[{"text":"The next building"}],"reason":"test"}""";

    public static readonly DateTimeOffset RecordedAt = TimeProvider.System.GetUtcNow().AddMinutes(-2);

    public static IEnumerable<(string Path, string Facts)> Nouns =>
    [
        .. ((string[])["DK-A1", "DK-A2", "DK-B1", "DK-C1"]).Select(id => ($"municipalities/{id}", Municipality)),
        .. regions.Select(id => ($"regions/{id}", Region(id))),
        .. Pilots.Select(id => ($"pilots/{id}", Pilot(id))),
        ("kpis/AT-OWN", Kpi),
        ("rates/at-own", Rates),
        .. regions.Select(id => ($"regions/{id}/rounds/r1", Round(id))),
        .. regions.Select(id => ($"regions/{id}/rounds/r1/turns/{FirstMember(id)}", Turn)),
    ];

    public static string Municipality { get; } =
        """{"country":"DK","timeZone":"Europe/Copenhagen","reason":"test","intervals":[{"name":"M","from":"2007-01-01"}]}""";

    public const string Kpi = """
        {"names":{"en":"K","da":"K","nl":"K"},"kind":"flow","quantity":"waste mass","unit":"t","direction":"up",
         "frequency":"quarter","decimals":3}
        """;

    public const string Target = """{"unit":"t","points":[{"period":"2026","value":100}]}""";

    public const string Rates = """
        {"name":"R","base":"EUR","quote":"DKK","source":"test","rates":[{"from":"2025-01-01","value":7.46}]}
        """;

    public static string Region(string id) => $$"""
        {"name":"R","kind":"network","reason":"test","members":[{{string.Join(",", Members(id).Select(member =>
            $$"""{"municipality":"{{member}}","from":"2020-01-01"}"""))}}]}
        """;

    /// <summary>The sibling lies in both regions; a pilot that is not there yet would lie in the caller's own. That of the
    /// other network repeats the caller's.</summary>
    public static string Pilot(string id, int parts = 1, string name = "P") => $$"""
        {"name":"{{name}}","kind":"joint","start":"2026-01-01","reason":"test","replicaOf":{{(id == "p-oth" ? "\"p-own\"" : "null")}},"shares":[{{string.Join(",", Participants(id).Select(place =>
            $$"""{"municipality":"{{place}}","parts":{{parts}},"whole":{{parts * Participants(id).Length}},"from":"2026-01-01"}"""))}}]}
        """;

    public static string Round(string id) => $$"""
        {"title":"Round","date":"2999-01-01","cutOff":"{{RecordedAt.AddMinutes(1):O}}","members":["{{FirstMember(id)}}"],"reason":"test"}
        """;

    public static string FirstMember(string id) => Members(id)[0];

    public static string FirstParticipant(string id) => Participants(id)[0];

    private static string[] Members(string id) => id switch
    {
        "net-s" => ["DK-A2", "DK-C1"],
        "net-b" => ["DK-B1"],
        _ => ["DK-A1", "DK-A2"],
    };

    private static string[] Participants(string id) => id switch
    {
        "p-sib" => ["DK-A2", "DK-C1"],
        "p-oth" => ["DK-B1"],
        _ => ["DK-A1"],
    };
}
