using System.Text.Json.Serialization;

namespace KpiGrid.Api.Keys;

/// <summary>A key as it may be shown: never its hash, and the key itself only to the one who makes it.</summary>
internal sealed record KeyAnswer(
    string Id, string Actor, string Label, KeyUse Use, IReadOnlyList<Grant> Grants, DateTimeOffset Expires, bool Revoked,
    DateTimeOffset RecordedAt, string Author)
{
    /// <summary>The key; only in the answer to its making.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    public static KeyAnswer Of(string id, RegistryEntry entry)
    {
        var facts = Keeping.Facts(entry);
        return new(id, facts.Actor, facts.Label, facts.Use, facts.Grants, facts.Expires, facts.Revoked,
            entry.RecordedAt, entry.Author);
    }
}

/// <summary>A page of keys.</summary>
internal sealed record KeyPage(IReadOnlyList<KeyAnswer> Items, string? Next);
