using System.Net;
using System.Security.Cryptography;
using KpiGrid.Tests.Api.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class OpenIdTests(GuardedCluster cluster) : IAsyncLifetime
{
    private const string Anybody = "/v1/kpis";
    private IdentityProvider provider = null!;
    private GuardedApp api = null!;

    private string[] Settings =>
    [
        $"Access:OpenId:Authority={provider.Authority}",
        $"Access:OpenId:Audience={IdentityProvider.Audience}",
        $"Access:OpenId:ClientId={IdentityProvider.Client}",
        "Access:OpenId:ClientSecret=not much of one",
        "Access:OpenId:ActorSecret=0123456789abcdef0123456789abcdef",
        "Access:OpenId:Groups:kpigrid-ncc:0=coordinator@regions/ncc",
        "Access:OpenId:Groups:kpigrid-admins:0=admin",
    ];

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.Start();
        api = await cluster.Start(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_opens_what_its_groups_are_mapped_to_and_no_more()
    {
        var (coordinator, admin) = (provider.Token(), provider.Token(groups: ["kpigrid-admins", "others"]));
        Assert.Equal(200, (await api.Get(Anybody, coordinator)).Status);
        Assert.Equal((403, "not-allowed"), (await api.Get("/v1/keys", coordinator)).First);
        Assert.Equal(200, (await api.Get("/v1/keys", admin)).Status);
        Assert.Equal(200, (await api.Get("/v1/keys", admin)).Status);
    }

    [Theory]
    [InlineData("issuer"), InlineData("audience"), InlineData("client"), InlineData("expired"), InlineData("early")]
    [InlineData("unsigned"), InlineData("other key"), InlineData("public key as secret"), InlineData("no subject")]
    [InlineData("changed"), InlineData("nonsense")]
    public async Task A_token_that_is_not_from_the_provider_for_us_and_now_opens_nothing(string flaw) =>
        Assert.Equal((401, "key-required"), (await api.Get(Anybody, Flawed(flaw))).First);

    [Fact]
    public async Task A_group_that_is_not_mapped_opens_nothing()
    {
        var token = provider.Token(groups: ["somebody"]);
        Assert.Equal(403, (await api.Get("/v1/keys", token)).Status);
        Assert.Equal(404, (await api.Get("/v1/pilots/any", token)).Status);
    }

    [Fact]
    public async Task What_a_token_says_is_read_once_and_does_not_count_against_its_address()
    {
        await using var strict = await cluster.Start(
            [.. Settings, "Limits:Per=1:00:00", "Limits:StrangerRequests=1", "Limits:StrangerBurst=1"]);
        var token = provider.Token();
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await strict.Get(Anybody, token)).Status);
        Assert.Equal(429, (await strict.Get(Anybody, provider.Token(subject: "another"))).Status);
    }

    [Fact]
    public async Task A_record_names_nobody()
    {
        var id = "kpi-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var made = new HttpRequestMessage(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json($$"""{"actor":"machine","label":"{{id}}","grants":[{"role":"admin"}]}"""),
        };
        made.Headers.Authorization = new("Bearer", provider.Token(groups: ["kpigrid-admins"]));

        var answer = await api.Send(made);

        Assert.Equal(201, answer.Status);
        Assert.Matches("^oid-[0-9a-f]{32}/openid$", (string)answer.Json["author"]!);
        Assert.DoesNotContain("jane", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_who_signs_in_gets_a_session_that_is_a_key()
    {
        provider.Groups = ["kpigrid-admins"];

        var session = Assert.Single((await SignIn()).Headers.GetValues("Set-Cookie"), Begins);

        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        var request = GuardedApp.Asking("/v1/keys", null);
        request.Headers.Add("Cookie", session.Split(';')[0]);
        var keys = await api.Send(request);
        Assert.Equal(200, keys.Status);
        Assert.Contains("signed in at the identity provider", keys.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_a_mapped_group_gets_no_session()
    {
        provider.Groups = ["somebody"];
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
        Assert.Equal(401, (await alone.Get(Anybody, provider.Token())).Status);
    }

    private static bool Begins(string cookie) => cookie.StartsWith("kpigrid-session=", StringComparison.Ordinal);

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private string Flawed(string flaw) => flaw switch
    {
        "issuer" => provider.Token(issuer: "https://other.example"),
        "audience" => provider.Token(audience: "another-api"),
        "client" => provider.Token(audience: IdentityProvider.Client),
        "expired" => provider.Token(to: TimeSpan.FromMinutes(-1)),
        "early" => provider.Token(from: TimeSpan.FromMinutes(1)),
        "unsigned" => provider.Token(isSigned: false),
        "other key" => provider.Token(
            signed: new(new RsaSecurityKey(RSA.Create(2_048)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
        "public key as secret" => provider.Token(signed: provider.PublicKeyAsSecret),
        "no subject" => provider.Token(subject: null),
        "changed" => string.Join('.', [.. provider.Token().Split('.')[..1],
            .. provider.Token(groups: ["kpigrid-admins"]).Split('.')[1..2], .. provider.Token().Split('.')[2..]]),
        _ => "nonsense",
    };

    /// <summary>What a browser does: goes to the provider, comes back with a code, carrying its cookies.</summary>
    private async Task<HttpResponseMessage> SignIn(bool withCookies = true)
    {
        using var left = await api.Http.GetAsync(new Uri("/signin/openid", UriKind.Relative), GuardedApp.Cancelled);
        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var agreed = await browser.GetAsync(left.Headers.Location, GuardedApp.Cancelled);
        var back = new HttpRequestMessage(HttpMethod.Get, agreed.Headers.Location!.PathAndQuery);
        if (withCookies) back.Headers.Add("Cookie", string.Join("; ", Cookies(left).Select(cookie => cookie.Split(';')[0])));
        return await api.Http.SendAsync(back, GuardedApp.Cancelled);
    }
}
