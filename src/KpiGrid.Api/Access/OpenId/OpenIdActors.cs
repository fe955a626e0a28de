using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Turns what an identity provider says of somebody into an actor and what it may do.</summary>
internal sealed class OpenIdActors(IOptions<OpenIdOptions> options)
{
    /// <summary>Stands where a key's id stands.</summary>
    public const string Key = "openid";

    private const int DigitsKept = 32;

    /// <summary>Who it is; null when the provider names no subject.</summary>
    public Caller? Of(ClaimsPrincipal principal)
    {
        var (issuer, subject) = (principal.FindFirstValue("iss"), principal.FindFirstValue(options.Value.SubjectClaim));
        if (string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(subject)) return null;
        var groups = principal.FindAll(options.Value.GroupsClaim).Select(claim => claim.Value).ToHashSet();
        return new(Actor(issuer, subject), Key, [.. options.Value.Groups
            .Where(group => groups.Contains(group.Key))
            .SelectMany(group => group.Value)
            .Distinct().Select(grant => GrantText.Read(grant)!)]);
    }

    /// <summary>The same person is the same actor for good, and no record says which person it is.</summary>
    private string Actor(string issuer, string subject)
    {
        // A line break stands in no issuer, so no two pairs make the same text.
        var text = Encoding.UTF8.GetBytes($"{issuer}\n{subject}");
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.ActorSecret), text);
        return $"oid-{Convert.ToHexStringLower(mac)[..DigitsKept]}";
    }
}
