using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

/// <summary>An identity provider on this machine, with a key of its own and one person in it.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Audience = "kpigrid-api";
    public const string Client = "kpigrid-web";
    private readonly RSA rsa = RSA.Create(2_048);
    private readonly ConcurrentDictionary<string, string> nonces = new();
    private WebApplication app = null!;

    public string Authority => app.Urls.First();

    /// <summary>The groups of the person who signs in.</summary>
    public string[] Groups { get; set; } = ["kpigrid-ncc"];

    private RsaSecurityKey Key => new(rsa) { KeyId = "one" };

    public static async Task<IdentityProvider> Start()
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        provider.app = builder.Build();
        provider.Map();
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync()
    {
        rsa.Dispose();
        return app.DisposeAsync();
    }

    /// <summary>A token as described; everything is good unless said otherwise.</summary>
    public string Token(
        string? issuer = null, string audience = Audience, TimeSpan? from = null, TimeSpan? to = null,
        SigningCredentials? signed = null, bool isSigned = true, string[]? groups = null, string? nonce = null,
        string? subject = "jane.doe@example.org")
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["groups"] = groups ?? Groups };
        if (subject is not null) claims[JwtRegisteredClaimNames.Sub] = subject;
        if (nonce is not null) claims[JwtRegisteredClaimNames.Nonce] = nonce;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority, Audience = audience, Claims = claims, IssuedAt = now,
            NotBefore = now + (from ?? TimeSpan.FromMinutes(-10)), Expires = now + (to ?? TimeSpan.FromMinutes(10)),
            SigningCredentials = isSigned ? signed ?? new(Key, SecurityAlgorithms.RsaSha256) : null,
        });
    }

    /// <summary>What a shared secret would sign, if the public key were taken for one.</summary>
    public SigningCredentials PublicKeyAsSecret => new(
        new SymmetricSecurityKey(rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" }, SecurityAlgorithms.HmacSha256);

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["jwks_uri"] = Authority + "/keys",
            ["authorization_endpoint"] = Authority + "/authorize",
            ["token_endpoint"] = Authority + "/token",
        }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/authorize", (HttpRequest asked) =>
        {
            nonces["a-code"] = asked.Query["nonce"].ToString();
            var state = Uri.EscapeDataString(asked.Query["state"].ToString());
            return Results.Redirect($"{asked.Query["redirect_uri"]}?code=a-code&state={state}");
        });
        app.MapPost("/token", () => Results.Json(new
        {
            access_token = "none", token_type = "Bearer", id_token = Token(audience: Client, nonce: nonces["a-code"]),
        }));
    }

    private object PublicKey()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(Key);
        return new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E };
    }
}
