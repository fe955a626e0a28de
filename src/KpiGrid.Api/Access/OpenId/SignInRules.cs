using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>How people sign in at the provider: by code, with proof that the browser that comes back is the one that left.</summary>
internal sealed class SignInRules(IOptions<OpenIdOptions> options, OpenIdSignIn signIn)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(null, options);

    public void Configure(string? name, OpenIdConnectOptions people)
    {
        if (name != OpenIdSignIn.Scheme) return;
        people.Authority = options.Value.Authority;
        people.ClientId = options.Value.ClientId;
        people.ClientSecret = options.Value.ClientSecret;
        people.RequireHttpsMetadata = TokenRules.IsHttps(options.Value.Authority);
        people.CallbackPath = OpenIdSignIn.ReturnPath;
        people.ResponseType = OpenIdConnectResponseType.Code;
        people.ResponseMode = OpenIdConnectResponseMode.Query;
        people.UsePkce = true;
        people.MapInboundClaims = false;
        people.SaveTokens = false;
        // By default the issuer is dropped, without which a subject names nobody.
        people.ClaimActions.Clear();
        people.Scope.Clear();
        people.Scope.Add("openid");
        // Required, and never used: a session of our own begins before anything would be signed in there.
        people.SignInScheme = BearerTokens.Scheme;
        // What a browser carries to the provider and back is read minutes later by this process, or never.
        people.DataProtectionProvider = new EphemeralDataProtectionProvider();
        foreach (var cookie in new[] { people.CorrelationCookie, people.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        TokenRules.Tighten(people.TokenValidationParameters, options.Value);
        people.Events.OnTicketReceived = signIn.Begin;
        people.Events.OnRemoteFailure = OpenIdSignIn.Refuse;
    }
}
