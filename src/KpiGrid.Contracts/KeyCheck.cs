namespace KpiGrid;

/// <summary>What a key must satisfy.</summary>
internal static class KeyCheck
{
    private const int GrantsMax = 100;
    private const int HashDigits = 64;

    public static IReadOnlyList<Problem> Of(KeyFacts facts)
    {
        var problems = new Problems();
        problems.Require(IdText.IsSlug(facts.Actor, 64), "actor", facts.Actor, "actor-unreadable",
            "Name who acts with an opaque id of [a-z0-9-]{1,64}, never with a person's name.");
        problems.Name("label", facts.Label);
        problems.Require(Enum.IsDefined(facts.Use), "use", null, "use-unknown", $"One of: {KeyUses.Texts.All}.");
        problems.Require(facts.Hash.Length == HashDigits && facts.Hash.All(char.IsAsciiHexDigitLower), "hash", null,
            "hash-unreadable", "Give the SHA-256 of the secret as 64 lower-case hexadecimal digits.");
        problems.Require(facts.Grants.Count > 0, "grants", null, "grants-required", "Grant something.");
        problems.Count(facts.Grants.Count, GrantsMax, "grants");
        problems.Require(facts.Expires != default, "expires", null, "expires-required", "Give the instant it expires.");
        foreach (var (index, grant) in facts.Grants.Index()) Check(grant, $"grants[{index}]", problems);
        return problems.Found;
    }

    private static void Check(Grant grant, string field, Problems problems)
    {
        problems.Require(Enum.IsDefined(grant.Role), $"{field}.role", null, "role-unknown",
            $"One of: {Roles.Texts.All}.");
        problems.Days(field, grant.From, grant.To);
        problems.Require(Fits(grant), $"{field}.on", grant.On, "grant-on-other", grant.Role switch
        {
            Role.Admin => "An admin is granted on the whole installation: leave `on` out.",
            Role.Lead => "A lead is granted on a pilot: pilots/{id}.",
            Role.Coordinator or Role.Body => "It is granted on a region: regions/{id}.",
            _ => "It is granted on a region, regions/{id}, or on the whole installation.",
        });
    }

    private static bool Fits(Grant grant) => grant.Role switch
    {
        Role.Admin => grant.On is null,
        Role.Lead => grant.Pilot() is not null,
        Role.Coordinator or Role.Body => grant.Region() is not null,
        _ => grant.On is null || grant.Region() is not null,
    };
}
