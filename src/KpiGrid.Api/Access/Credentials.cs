using KpiGrid.Api.Access.OpenId;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access;

/// <summary>Finds out who a request comes from: by the key it carries, or by the session its cookie holds.</summary>
internal sealed class Credentials(
    KnownNouns nouns, IOptions<AccessOptions> options, [FromKeyedServices(KpiTime.Key)] TimeProvider time,
    BearerTokens? tokens = null)
{
    public const string SessionCookie = "kpigrid-session";
    private const string Scheme = "Bearer ";

    /// <summary>Whether this process has read what a request carries; it may still open nothing.</summary>
    public bool AreKnownHere(HttpRequest request)
    {
        var (text, _) = Carried(request);
        if (text is null) return false;
        return KeyText.Read(text) is { } key ? nouns.Holds($"key/{key.Id}") : tokens?.Holds(text) == true;
    }

    /// <summary>Who it is, nobody without a key, or null when the key opens nothing.</summary>
    public async ValueTask<Caller?> Of(HttpRequest request)
    {
        var (text, use) = Carried(request);
        if (use == KeyUse.Session)
            return await Holder(text!, use) is { } holder ? holder with { ByCookie = true } : Caller.Nobody;
        if (request.Headers.Authorization.ToString().Length == 0) return Caller.Nobody;
        if (text is null) return null;
        return tokens is null || KeyText.IsMeant(text) ? await Holder(text, use) : await tokens.Of(request.HttpContext, text);
    }

    /// <summary>What a request brings to show who it is from: a header counts before a cookie.</summary>
    private static (string? Text, KeyUse Use) Carried(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > 0)
            return (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null,
                KeyUse.Machine);
        return request.Cookies[SessionCookie] is { Length: > 0 } session ? (session, KeyUse.Session) : (null, KeyUse.Machine);
    }

    /// <summary>The holder of a key that is used as this, or null when it opens nothing.</summary>
    public async ValueTask<Caller?> Holder(string text, KeyUse use)
    {
        if (KeyText.Read(text) is not { } key) return null;
        var known = await nouns.Read<KeyFacts>($"key/{key.Id}", options.Value.KeyAge);
        return known?.Facts is { Revoked: false } facts && facts.Use == use && facts.Expires > time.GetUtcNow()
            && key.Opens(facts)
                ? new(facts.Actor, key.Id, facts.Grants)
                : null;
    }
}
