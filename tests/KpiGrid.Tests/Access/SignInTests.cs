using System.Text.RegularExpressions;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>People: a link that opens once, a cookie, and what a cookie alone may not do.</summary>
[Collection(nameof(AccessGrid))]
public sealed partial class SignInTests(AccessGrid grid)
{
    private const string Cookie = "kpigrid-session=";
    private static readonly KeyWish admin = new("person-1", "admin", null, "sign-in tests");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Signs in and returns what the cookie holds.</summary>
    internal static async Task<string> Redeem(AccessGrid grid, Uri link)
    {
        using var answer = await Press(grid, link);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie[Cookie.Length..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    [Fact]
    public async Task A_link_opens_once_and_looking_at_it_uses_nothing_up()
    {
        var link = await grid.Desk.MakeLink(grid.Address, admin, Cancelled);
        for (var look = 0; look < 2; look++) Assert.Equal(200, (await grid.Send(new(HttpMethod.Get, link))).Status);
        var session = await Redeem(grid, link);
        using var again = await Press(grid, link);
        Assert.Equal(401, (int)again.StatusCode);
        Assert.False(again.Headers.TryGetValues("Set-Cookie", out _));
        Assert.Equal(200, (await grid.Send(ByCookie(HttpMethod.Get, "/", session))).Status);
        Assert.Equal(401, (await grid.SendWith(session, "GET", "/v1/kpis")).Status);
    }

    [Fact]
    public async Task Of_many_who_press_at_once_one_is_let_in()
    {
        var link = await grid.Desk.MakeLink(grid.Address, admin, Cancelled);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Press(grid, link)));
        Assert.Single(answers, answer => (int)answer.StatusCode == 303);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_made_is_refused()
    {
        var link = await grid.Desk.MakeLink(grid.Address, admin, Cancelled);
        using var forged = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("a", "b")]) };
        Assert.Equal(400, (await grid.Send(forged)).Status);
        await Redeem(grid, link);
    }

    [Theory]
    [InlineData(null, null, 403)]
    [InlineData("same-origin", null, 403)]
    [InlineData(null, "own", 403)]
    [InlineData("same-site", "own", 403)]
    [InlineData("cross-site", "https://elsewhere.example", 403)]
    [InlineData("same-origin", "https://elsewhere.example", 403)]
    [InlineData("same-origin", "null", 403)]
    [InlineData("same-origin", "own", 200)]
    public async Task A_cookie_alone_writes_nothing(string? site, string? origin, int status)
    {
        var session = await Redeem(grid, await grid.Desk.MakeLink(grid.Address, admin, Cancelled));
        var request = ByCookie(HttpMethod.Post, "/v1/pilots/p-own/measurements?dryRun=true", session);
        request.Content = ApiCluster.Json("""{"id":"c","kpi":"CDW-GEN","period":"2026-04","value":1,"unit":"t"}""");
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.Add("Origin", origin == "own" ? grid.Address.ToString().TrimEnd('/') : origin);
        Assert.Equal(status, (await grid.Send(request)).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var session = await Redeem(grid, await grid.Desk.MakeLink(grid.Address, admin, Cancelled));
        using var answer = await Press(grid, new(grid.Address, "/sign-out"), session);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(401, (await grid.Send(ByCookie(HttpMethod.Get, "/", session))).Status);
    }

    [Fact]
    public async Task A_page_without_a_session_says_how_to_sign_in()
    {
        var answer = await grid.Send("GET", "/", "nobody");
        Assert.Equal(401, answer.Status);
        Assert.Contains("kpigrid keys link", answer.Text, StringComparison.Ordinal);
    }

    private static HttpRequestMessage ByCookie(HttpMethod method, string path, string session)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", Cookie + session);
        return request;
    }

    /// <summary>Loads a page with a button and presses it.</summary>
    private static async Task<HttpResponseMessage> Press(AccessGrid grid, Uri address, string? session = null)
    {
        using var page = await grid.Http.GetAsync(address, Cancelled);
        var field = Field().Match(await page.Content.ReadAsStringAsync(Cancelled));
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new(field.Groups[1].Value, field.Groups[2].Value)]),
        };
        var cookies = page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToList();
        if (session is not null) cookies.Add(Cookie + session);
        request.Headers.Add("Cookie", string.Join("; ", cookies));
        return await grid.Http.SendAsync(request, Cancelled);
    }

    [GeneratedRegex("name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
