using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>One request of a pusher: what it says, and which revisions it brings.</summary>
internal sealed record PushRequest(string Pilot, string Path, string Body, IReadOnlyList<Revision> Revisions)
{
    /// <summary>New measurements, some in kilograms.</summary>
    public static PushRequest Of(string pilot, IReadOnlyList<(string Id, int Number)> measurements) => new(
        pilot, $"/v1/pilots/{pilot}/measurements",
        $"[{string.Join(',', measurements.Select(each => Measurement(each.Id, each.Number)))}]",
        [.. measurements.Select(each => new Revision(pilot, each.Id, 1))]);

    /// <summary>A second revision of a measurement: another content, or its withdrawal.</summary>
    public static PushRequest Correction(string pilot, string id, int number) => new(
        pilot, $"/v1/pilots/{pilot}/corrections",
        $$"""[{"kpi":"{{World.Kpi}}","id":"{{id}}","revision":2,"reason":"a slip",{{Change(number)}}}]""",
        [new(pilot, id, 2)]);

    private static string Measurement(string id, int number) =>
        $$"""{"id":"{{id}}","kpi":"{{World.Kpi}}",{{Content(number)}}}""";

    private static string Change(int number) =>
        number % 2 == 0 ? "\"kind\":\"withdrawal\"" : $"\"kind\":\"correction\",{Content(number)}";

    private static string Content(int number)
    {
        var tonnes = 1 + number % 997 * 0.001m;
        var (value, unit) = number % 5 == 0 ? (tonnes * 1_000, "kg") : (tonnes, "t");
        return string.Create(CultureInfo.InvariantCulture, $"""
            "class":"{World.Classes[number % 4]}","period":"2025-{1 + number % 12:00}-{1 + number % 28:00}",
            "value":{value},"unit":"{unit}"
            """);
    }
}

/// <summary>One statement about one measurement.</summary>
internal readonly record struct Revision(string Pilot, string Id, int Number);
