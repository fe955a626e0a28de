using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Which tokens are taken: signed with a key of the provider, made out to us, and in force.</summary>
internal sealed class TokenRules(IOptions<OpenIdOptions> options) : IConfigureNamedOptions<JwtBearerOptions>
{
    // Keys of the provider are public, so nothing that is signed with a shared secret can be from it, and nothing unsigned.
    private static readonly string[] algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public void Configure(JwtBearerOptions options) => Configure(null, options);

    public void Configure(string? name, JwtBearerOptions bearer)
    {
        if (name != BearerTokens.Scheme) return;
        bearer.Authority = options.Value.Authority;
        bearer.Audience = options.Value.Audience;
        bearer.RequireHttpsMetadata = IsHttps(options.Value.Authority);
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        Tighten(bearer.TokenValidationParameters, options.Value);
    }

    /// <summary>The rules that hold for every token of the provider.</summary>
    public static void Tighten(TokenValidationParameters rules, OpenIdOptions options)
    {
        rules.ValidAlgorithms = algorithms;
        rules.ClockSkew = options.ClockSkew;
        rules.RequireSignedTokens = true;
        rules.RequireExpirationTime = true;
        rules.ValidateIssuerSigningKey = true;
    }

    public static bool IsHttps(string authority) =>
        authority.StartsWith(Uri.UriSchemeHttps + "://", StringComparison.OrdinalIgnoreCase);
}
