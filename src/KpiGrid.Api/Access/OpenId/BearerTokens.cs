using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Finds out who a bearer token of the identity provider is from.</summary>
/// <remarks>What a token said is kept for a moment: its signature costs more to check than most questions.</remarks>
internal sealed class BearerTokens(OpenIdActors actors, [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    public const string Scheme = "openid-token";
    private const int KeptMax = 10_000;
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    /// <summary>Whether a token was found good a moment ago.</summary>
    public bool Holds(string token) => Kept(Name(token)) is not null;

    /// <summary>Who it is from, or null when it opens nothing.</summary>
    public async ValueTask<Caller?> Of(HttpContext context, string token)
    {
        var name = Name(token);
        if (Kept(name) is { } caller) return caller;
        var ticket = await context.AuthenticateAsync(Scheme);
        if (!ticket.Succeeded || actors.Of(ticket.Principal) is not { } found) return null;
        if (kept.Count >= KeptMax) kept.Clear();
        var until = time.GetUtcNow() + keptFor;
        if (ticket.Properties.ExpiresUtc is { } expires && expires < until) until = expires;
        kept[name] = (found, until);
        return found;
    }

    private Caller? Kept(string name) =>
        kept.TryGetValue(name, out var found) && time.GetUtcNow() < found.Until ? found.Caller : null;

    /// <summary>Never the token: memory is not to hold what opens something.</summary>
    private static string Name(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
