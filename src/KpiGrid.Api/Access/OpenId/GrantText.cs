namespace KpiGrid.Api.Access.OpenId;

/// <summary>A grant as configured: <c>role</c> or <c>role@node</c>.</summary>
internal static class GrantText
{
    private static readonly DateOnly ever = new(1900, 1, 1);

    /// <summary>The grant, always in force; null for anything that is none.</summary>
    public static Grant? Read(string text)
    {
        var parts = text.Split('@', 2);
        if (!Roles.TryParse(parts[0], out var role)) return null;
        var grant = new Grant { Role = role, On = parts.Length > 1 ? parts[1] : null, From = ever };
        return Fits(grant) ? grant : null;
    }

    /// <summary>The rule of keys, asked of a key that has nothing else wrong with it.</summary>
    private static bool Fits(Grant grant) => new KeyFacts
    {
        Actor = "any", Label = "any", Use = KeyUse.Machine, Hash = new('0', 64), Grants = [grant],
        Expires = DateTimeOffset.MaxValue,
    }.Check().Count == 0;
}
