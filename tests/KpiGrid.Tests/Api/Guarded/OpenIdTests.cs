using System.Net;
using System.Security.Cryptography;
using KpiGrid.Tests.Api.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class OpenIdTests : IClassFixture<GuardedOpenId>
{
    private const string Anybody = "/v1/kpis";
    private readonly GuardedCluster cluster;
    private readonly GuardedOpenId openId;

    public OpenIdTests(GuardedCluster cluster, GuardedOpenId openId)
    {
        (this.cluster, this.openId) = (cluster, openId);
        Provider.Groups = ["kpigrid-ncc"];
    }

    private IdentityProvider Provider => openId.Provider;
    private GuardedApp Api => openId.Api;
    private string[] Settings => openId.Settings;

    [Fact]
    public async Task A_good_token_opens_what_its_groups_are_mapped_to_and_no_more()
    {
        var (coordinator, admin) = (Provider.Token(), Provider.Token(groups: ["kpigrid-admins", "others"]));
        Assert.Equal(200, (await Api.Get(Anybody, coordinator)).Status);
        Assert.Equal((403, "not-allowed"), (await Api.Get("/v1/keys", coordinator)).First);
        Assert.Equal(200, (await Api.Get("/v1/keys", admin)).Status);
        Assert.Equal(200, (await Api.Get("/v1/keys", admin)).Status);
    }

    [Theory]
    [InlineData("issuer"), InlineData("audience"), InlineData("client"), InlineData("expired"), InlineData("early")]
    [InlineData("unsigned"), InlineData("other key"), InlineData("public key as secret"), InlineData("no subject")]
    [InlineData("changed"), InlineData("nonsense")]
    public async Task A_token_that_is_not_from_the_provider_for_us_and_now_opens_nothing(string flaw) =>
        Assert.Equal((401, "key-required"), (await Api.Get(Anybody, Flawed(flaw))).First);

    [Fact]
    public async Task A_group_that_is_not_mapped_opens_nothing()
    {
        var token = Provider.Token(groups: ["somebody"]);
        Assert.Equal(403, (await Api.Get("/v1/keys", token)).Status);
        Assert.Equal(404, (await Api.Get("/v1/pilots/any", token)).Status);
    }

    [Fact]
    public async Task What_a_token_says_is_read_once_and_does_not_count_against_its_address()
    {
        await using var strict = await cluster.Start(
            [.. Settings, "Limits:Per=1:00:00", "Limits:StrangerRequests=1", "Limits:StrangerBurst=1"]);
        var token = Provider.Token();
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await strict.Get(Anybody, token)).Status);
        Assert.Equal(429, (await strict.Get(Anybody, Provider.Token(subject: "another"))).Status);
    }

    [Fact]
    public async Task A_record_names_nobody()
    {
        var id = "kpi-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var made = new HttpRequestMessage(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json($$"""{"actor":"machine","label":"{{id}}","grants":[{"role":"admin"}]}"""),
        };
        made.Headers.Authorization = new("Bearer", Provider.Token(groups: ["kpigrid-admins"]));

        var answer = await Api.Send(made);

        Assert.Equal(201, answer.Status);
        Assert.Matches("^oid-[0-9a-f]{32}/openid$", (string)answer.Json["author"]!);
        Assert.DoesNotContain("jane", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_who_signs_in_gets_a_session_that_is_a_key()
    {
        Provider.Groups = ["kpigrid-admins"];

        var session = Assert.Single((await SignIn()).Headers.GetValues("Set-Cookie"), Begins);

        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        var request = GuardedApp.Asking("/v1/keys", null);
        request.Headers.Add("Cookie", session.Split(';')[0]);
        var keys = await Api.Send(request);
        Assert.Equal(200, keys.Status);
        Assert.Contains("signed in at the identity provider", keys.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_a_mapped_group_gets_no_session()
    {
        Provider.Groups = ["somebody"];
        var answer = await SignIn();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("no-group-granted", await answer.Content.ReadAsStringAsync(GuardedApp.Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain(Cookies(answer), Begins);
    }

    [Fact]
    public async Task A_return_that_no_sign_in_began_is_refused()
    {
        var answer = await SignIn(withCookies: false);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain(Cookies(answer), Begins);
    }

    [Theory]
    [InlineData("Access:OpenId:Authority=http://idp.example")]
    [InlineData("Access:OpenId:Audience=kpigrid-web")]
    [InlineData("Access:OpenId:ActorSecret=short")]
    [InlineData("Access:OpenId:Groups:any:0=admin@regions/ncc")]
    public async Task A_provider_that_could_not_be_trusted_stops_the_start(string setting)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => cluster.Start([.. Settings, setting]));
        Assert.StartsWith(setting.Split(":0")[0].Split('=')[0], Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_sign_in_and_no_token_opens_anything()
    {
        await using var alone = await cluster.Start();
        Assert.Equal(404, (await alone.Get("/signin/openid")).Status);
        Assert.Equal(401, (await alone.Get(Anybody, Provider.Token())).Status);
    }

    private static bool Begins(string cookie) => cookie.StartsWith("kpigrid-session=", StringComparison.Ordinal);

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private string Flawed(string flaw) => flaw switch
    {
        "issuer" => Provider.Token(issuer: "https://other.example"),
        "audience" => Provider.Token(audience: "another-api"),
        "client" => Provider.Token(audience: IdentityProvider.Client),
        "expired" => Provider.Token(to: TimeSpan.FromMinutes(-1)),
        "early" => Provider.Token(from: TimeSpan.FromMinutes(1)),
        "unsigned" => Provider.Token(isSigned: false),
        "other key" => Provider.Token(
            signed: new(new RsaSecurityKey(RSA.Create(2_048)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
        "public key as secret" => Provider.Token(signed: Provider.PublicKeyAsSecret),
        "no subject" => Provider.Token(subject: null),
        "changed" => string.Join('.', [.. Provider.Token().Split('.')[..1],
            .. Provider.Token(groups: ["kpigrid-admins"]).Split('.')[1..2], .. Provider.Token().Split('.')[2..]]),
        _ => "nonsense",
    };

    /// <summary>What a browser does: goes to the provider, comes back with a code, carrying its cookies.</summary>
    private async Task<HttpResponseMessage> SignIn(bool withCookies = true)
    {
        using var left = await Api.Http.GetAsync(new Uri("/signin/openid", UriKind.Relative), GuardedApp.Cancelled);
        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var agreed = await browser.GetAsync(left.Headers.Location, GuardedApp.Cancelled);
        var back = new HttpRequestMessage(HttpMethod.Get, agreed.Headers.Location!.PathAndQuery);
        if (withCookies) back.Headers.Add("Cookie", string.Join("; ", Cookies(left).Select(cookie => cookie.Split(';')[0])));
        return await Api.Http.SendAsync(back, GuardedApp.Cancelled);
    }
}
