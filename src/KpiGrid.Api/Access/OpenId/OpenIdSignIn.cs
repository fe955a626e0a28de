using KpiGrid.Api.Hosting;
using KpiGrid.Api.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Begins a session for whoever signed in at the provider: from there on a key like any other.</summary>
internal sealed class OpenIdSignIn(
    IGrainFactory grains, OpenIdActors actors, IOptions<AccessOptions> options,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    public const string Scheme = "openid-people";
    public const string Path = "/signin/openid";
    public const string ReturnPath = "/signin/openid/return";
    private const string Home = "/";

    public async Task Begin(TicketReceivedContext context)
    {
        context.HandleResponse();
        if (context.Principal is not { } principal || actors.Of(principal) is not { Grants.Count: > 0 } caller)
        {
            await Refused.With(403, new Problem("groups", null, "no-group-granted",
                "None of your groups opens anything here; ask an admin.")).ExecuteAsync(context.HttpContext);
            return;
        }
        var (key, expires) = (KeyText.New(), time.GetUtcNow() + options.Value.SessionLasts);
        var kept = await Keeping.Put(grains, key.Id, new()
        {
            Actor = caller.Actor, Label = "signed in at the identity provider", Use = KeyUse.Session, Hash = key.Hash,
            Grants = [.. caller.Grants.Select(grant => grant with { From = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) })],
            Expires = expires,
        }, $"{caller.Actor}/{key.Id}", "signed in", ifMatch: 0);
        if (kept.Entry is null)
        {
            await Refused.With(kept.Status, kept.Problems).ExecuteAsync(context.HttpContext);
            return;
        }
        context.Response.Cookies.Append(Credentials.SessionCookie, key.Shown(), new()
        {
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Expires = expires, Path = Home,
        });
        context.Response.Redirect(Home);
    }

    public static Task Refuse(RemoteFailureContext context)
    {
        context.HandleResponse();
        return Refused.With(401, new Problem("", null, "sign-in-failed", $"Sign in once more at {Path}."))
            .ExecuteAsync(context.HttpContext);
    }

    /// <summary>Sends a browser to the provider, where there is one.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<OpenIdSignIn>() is null) return;
        routes.MapGet(Path, () => TypedResults.Challenge(new() { RedirectUri = Home }, [Scheme]))
            .IsOpen().WithTags("Keys").WithSummary("Sends a person to the identity provider to sign in.");
    }
}
