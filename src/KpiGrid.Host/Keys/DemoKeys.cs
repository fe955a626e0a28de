using System.Text.Json;

namespace KpiGrid.Host.Keys;

/// <summary>One key of each role in the sample networks.</summary>
internal sealed class DemoKeys(KeyDesk desk)
{
    private static readonly KeyWish[] wishes =
    [
        Wish("admin", null), Wish("coordinator", "regions/ncc"), Wish("lead", "pilots/horsens-genbrugsplads"),
        Wish("body", "regions/imog"), Wish("analyst", null), Wish("auditor", null),
    ];

    /// <summary>Makes those that were never made: each is shown once.</summary>
    public async Task<IReadOnlyList<(KeyWish Wish, string Key)>> MakeMissing(CancellationToken cancellationToken)
    {
        var there = (await desk.All(cancellationToken)).Select(key => key.GetProperty("label").GetString()).ToHashSet();
        var made = new List<(KeyWish, string)>();
        foreach (var wish in wishes.Where(wish => !there.Contains(wish.Label)))
        {
            JsonElement key = await desk.Make(wish, cancellationToken);
            made.Add((wish, key.GetProperty("key").GetString()!));
        }
        return made;
    }

    /// <summary>An address that signs a browser in, once, to read everything.</summary>
    public Task<Uri> Link(Uri server, CancellationToken cancellationToken) =>
        desk.MakeLink(server, new("demo-visitor", "analyst", null, "a look around the demo"), cancellationToken);

    private static KeyWish Wish(string role, string? on) => new($"demo-{role}", role, on, $"the demo's {role}");
}
