using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Keys;

/// <summary>Sessions of people: each begins with a link that opens once.</summary>
internal sealed class Sessions(
    IGrainFactory grains, KnownNouns nouns, IOptions<AccessOptions> options,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    /// <summary>Uses a link up; null when it opens nothing, or somebody else was first.</summary>
    public async Task<Session?> Begin(string link)
    {
        if (KeyText.Read(link) is not { } key || await Keeping.Read(grains, key.Id) is not { } entry) return null;
        var facts = Keeping.Facts(entry);
        var isOpen = facts is { Use: KeyUse.Link, Revoked: false } && facts.Expires > time.GetUtcNow() && key.Opens(facts);
        if (!isOpen) return null;
        var session = KeyText.New();
        var author = $"{facts.Actor}/{key.Id}";
        var used = await Keeping.Revoke(grains, key.Id, entry, author, $"opened session {session.Id}");
        nouns.Forget($"key/{key.Id}");
        if (used is not { Entry: not null, Repeated: false }) return null;
        var begun = facts with
        {
            Use = KeyUse.Session, Hash = session.Hash, Expires = time.GetUtcNow() + options.Value.SessionLasts,
        };
        var answer = await Keeping.Put(grains, session.Id, begun, author, "signed in", ifMatch: 0);
        return answer.Entry is null ? null : new(session.Shown(), begun.Expires);
    }

    /// <summary>Ends the session a caller has.</summary>
    public async Task End(Caller caller)
    {
        if (!caller.ByCookie || await Keeping.Read(grains, caller.Key) is not { } entry) return;
        await Keeping.Revoke(grains, caller.Key, entry, caller.Author, "signed out");
        nouns.Forget($"key/{caller.Key}");
    }
}

/// <summary>What a browser holds of a session.</summary>
internal sealed record Session(string Cookie, DateTimeOffset Expires);
