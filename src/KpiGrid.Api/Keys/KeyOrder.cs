using KpiGrid.Api.Access;

namespace KpiGrid.Api.Keys;

/// <summary>What is asked for when a key is made.</summary>
internal sealed record KeyOrder
{
    private static readonly TimeSpan usual = TimeSpan.FromDays(90);
    private static readonly TimeSpan longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan linkLasts = TimeSpan.FromMinutes(15);

    /// <summary>Who will act with it: an opaque id.</summary>
    public required string Actor { get; init; }

    /// <summary>What it is for.</summary>
    public required string Label { get; init; }

    /// <summary>machine (when left out) or link.</summary>
    public KeyUse? Use { get; init; }

    /// <summary>What it opens; a grant without a first day begins today.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>When it expires: 90 days from now when left out, at most 366; a link after 15 minutes.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The key's facts, with everything that is wrong with them added to the problems.</summary>
    public KeyFacts Facts(KeyText key, DateTimeOffset now, List<Problem> problems)
    {
        var use = Use ?? KeyUse.Machine;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var facts = new KeyFacts
        {
            Actor = Actor, Label = Label, Use = use, Hash = key.Hash,
            Grants = [.. Grants.Select(grant => grant.From == default ? grant with { From = today } : grant)],
            Expires = Expires ?? now + (use == KeyUse.Link ? linkLasts : usual),
        };
        problems.AddRange(facts.Check());
        if (use == KeyUse.Session)
            problems.Add(new("use", use.Text(), "use-not-made", "A session is made by signing in: make a link."));
        if (facts.Expires <= now || facts.Expires > now + longest)
            problems.Add(new("expires", $"{facts.Expires:O}", "expires-out-of-range", "Give an instant within 366 days."));
        return facts;
    }
}
