using System.Text.Json.Nodes;

namespace KpiGrid.BrowserTests;

/// <summary>Names that would do something if they were anything but text.</summary>
internal static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<img src=x onerror=\"window.taken=1\"></bdi></title>' & \"Quotes\"", "<script>window.taken=1</script>",
        "</script><script>window.taken=1</script>", "\"><script>window.taken=1</script>", "'><svg onload=window.taken=1>",
        "<svg><animate onbegin=window.taken=1 attributeName=x dur=1s>", "<iframe src=\"javascript:parent.taken=1\"></iframe>",
        "<a href=\"javascript:window.taken=1\">Herning</a>", "javascript:window.taken=1", "data:text/html,<script>taken=1</script>",
        "<style>body{display:none}</style>", "<link rel=stylesheet href=//example.org/x.css>", "<base href=//example.org/>",
        "<meta http-equiv=refresh content=0;url=//example.org>", "<form action=//example.org><input type=submit>",
        "</main></body></html>", "<!-- ", "--><b>bold</b>", "<![CDATA[x]]>", "&lt;b&gt;", "&#60;script&#62;", "&amp;&quot;&apos;",
        "{{constructor.constructor('window.taken=1')()}}", "${window.taken=1}", "@(1+1)", "<%= 1 %>", "{0} {1}", "%3Cscript%3E",
        "\"'`\\", "O'Brien & Søn \"A/S\"", "=HYPERLINK(\"http://example.org\")", "+1+1", "@SUM(1)", "-2+3",
        "שלום עולם", "مرحبا بالعالم", "🏗️♻️ 👩🏽‍🔧", "Ｆｕｌｌ ｗｉｄｔｈ", "Z̷̡̛͉a̵͚͝l̴̫̈g̸̱̿o̶͈͛", "a".PadRight(190, 'w'),
    ];

    public static async Task Put(DemoServer server)
    {
        foreach (var (at, name) in All.Index())
            await server.Put($"/v1/regions/{Id(at)}", new JsonObject
            {
                ["name"] = name, ["kind"] = "project", ["members"] = new JsonArray(), ["sample"] = true,
            }.ToJsonString());
    }

    public static string Id(int at) => $"hostile-{at}";
}
