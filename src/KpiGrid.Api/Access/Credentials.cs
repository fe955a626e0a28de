using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access;

/// <summary>Finds out who a request comes from: by the key it carries, or by the session its cookie holds.</summary>
internal sealed class Credentials(
    KnownNouns nouns, IOptions<AccessOptions> options, [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    public const string SessionCookie = "kpigrid-session";
    private const string Scheme = "Bearer ";

    /// <summary>Who it is, nobody without a key, or null when the key opens nothing.</summary>
    public async ValueTask<Caller?> Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > 0)
            return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? await Holder(header[Scheme.Length..].Trim(), KeyUse.Machine)
                : null;
        return request.Cookies[SessionCookie] is { Length: > 0 } session
            && await Holder(session, KeyUse.Session) is { } holder
                ? holder with { ByCookie = true }
                : Caller.Nobody;
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
