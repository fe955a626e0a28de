using System.Text;
using KpiGrid.Host.Keys;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>Keys as they are made, used and taken back.</summary>
[Collection(nameof(AccessGrid))]
public sealed class KeyTests(AccessGrid grid)
{
    private const string Totals = "/v1/regions/net-a/totals?kpi=CDW-GEN&from=2026-01-01&to=2027-01-01";
    private static readonly KeyWish wish = new("somebody", "analyst", "regions/net-a", "key tests");

    [Fact]
    public async Task Keys_that_open_nothing_are_answered_alike()
    {
        var revoked = await grid.NewKey(wish);
        var expired = await grid.NewKey(wish with { Expires = grid.Time.GetUtcNow().AddHours(1) });
        var link = (await grid.Desk.Make(wish with { IsLink = true }, Cancelled)).GetProperty("key").GetString()!;
        await grid.Desk.Revoke(revoked[3..15], null, Cancelled);
        Assert.Equal(200, (await grid.SendWith(expired, "GET", Totals)).Status);
        grid.Time.StepTo(grid.Time.GetUtcNow().AddHours(2));
        try
        {
            var wrong = expired[..^4] + (expired.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBA" : "AAAA");
            string[] keys = [revoked, expired, wrong, "kg_aaaaaaaaaaaa_" + expired[16..], link, "nothing"];
            var told = new HashSet<(int, string)>();
            foreach (var key in keys) told.Add(await Refusal(key));
            Assert.Equal(401, Assert.Single(told).Item1);
        }
        finally
        {
            grid.Time.Run();
        }
    }

    [Fact]
    public async Task A_list_holds_no_secret_and_no_hash()
    {
        var key = await grid.NewKey(wish);
        var list = (await grid.Send("GET", "/v1/keys?limit=1000", "admin")).Text;
        Assert.Contains(key[3..15], list, StringComparison.Ordinal);
        Assert.DoesNotContain(key[16..], list, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_issued_key_stands_in_the_data()
    {
        var session = await SignInTests.Redeem(grid, await grid.Desk.MakeLink(grid.Address, wish, Cancelled));
        string[] keys = [await grid.NewKey(wish), .. grid.Keys.Values.Where(key => key.Length > 0), session];
        var files = Directory.EnumerateFiles(grid.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("admin.key" or "kpigrid.lock")).Select(Text).ToList();
        await foreach (var record in grid.Journal.Stored("", Cancelled))
            files.Add($"{record.Stream} {record.Author} {Encoding.UTF8.GetString(record.Body)}");
        Assert.All(keys, key => Assert.Contains(files, file => file.Contains(key[3..15], StringComparison.Ordinal)));
        Assert.All(keys, key => Assert.DoesNotContain(files, file => file.Contains(key[16..], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_author_of_a_record_is_who_and_with_which_key()
    {
        var key = await grid.NewKey(new("weighbridge-1", "lead", "pilots/p-own", "the weighbridge"));
        var sent = await grid.SendWith(key, "POST", "/v1/pilots/p-own/measurements",
            """{"id":"by-key","kpi":"CDW-GEN","period":"2026-06","value":1,"unit":"t"}""");
        Assert.Equal(200, sent.Status);
        var series = await grid.Get("/v1/pilots/p-own/streams/CDW-GEN?includeHistory=true", "admin");
        Assert.Contains($"\"weighbridge-1/{key[3..15]}\"", series.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"actor":"a","label":"l","grants":[]}""")]
    [InlineData("""{"actor":"A Person","label":"l","grants":[{"role":"admin"}]}""")]
    [InlineData("""{"actor":"a","label":"l","grants":[{"role":"lead","on":"regions/net-a"}]}""")]
    [InlineData("""{"actor":"a","label":"l","grants":[{"role":"admin"}],"use":"session"}""")]
    [InlineData("""{"actor":"a","label":"l","grants":[{"role":"admin"}],"expires":"2001-01-01T00:00:00Z"}""")]
    [InlineData("""{"actor":"a","label":"l","grants":[{"role":"admin"}],"hash":"00"}""")]
    [InlineData("""{"actor":"a","label":"l","grants":[{"role":"admin"}],"revoked":false}""")]
    public async Task A_key_that_makes_no_sense_is_not_made(string order) =>
        Assert.Equal(422, (await grid.Send("POST", "/v1/keys", "admin", order)).Status);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<(int, string)> Refusal(string key)
    {
        var answer = await grid.SendWith(key, "GET", Totals);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        return (answer.Status, answer.Json["errors"]!.ToJsonString());
    }

    private static string Text(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
