using System.Net;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Stops the start when the identity provider is configured so that it could not be trusted.</summary>
internal sealed class OpenIdCheck : IValidateOptions<OpenIdOptions>
{
    private const int ActorSecretCharactersMin = 32;

    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(OpenIdOptions options)
    {
        if (!IsTrustworthy(options.Authority))
            yield return "Access:OpenId:Authority must be an https:// address (http:// on this machine only)";
        if (options.Audience.Length == 0)
            yield return "Access:OpenId:Audience must name what tokens are made out to";
        // Else the token that tells a browser's client who signed in would open the API as well.
        if (options.Audience == options.ClientId)
            yield return "Access:OpenId:Audience must differ from ClientId: register the API under a name of its own";
        if (options.ActorSecret.Length < ActorSecretCharactersMin)
            yield return $"Access:OpenId:ActorSecret must have {ActorSecretCharactersMin} characters or more";
        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(5))
            yield return "Access:OpenId:ClockSkew must be between 0 and 5 minutes";
        foreach (var (group, grants) in options.Groups)
        {
            foreach (var grant in grants.Where(grant => GrantText.Read(grant) is null))
                yield return $"Access:OpenId:Groups:{group} has '{grant}', which is no grant like coordinator@regions/ncc";
        }
    }

    public static bool IsTrustworthy(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsHere(address)));

    private static bool IsHere(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
