using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>A region as its latest facts state it: its members with their half-open intervals.</summary>
internal sealed record RegionDocument(string Id, IReadOnlyList<MemberDocument> Members)
{
    public static RegionDocument Read(string id, JsonElement facts) => new(id,
        [.. facts.Items("members").Select(member => new MemberDocument(
            member.Text("municipality")!, member.Day("from") ?? DateOnly.MinValue, member.Day("to")))]);

    public bool Has(string municipality, DateOnly day) => Members.Any(member =>
        member.Municipality == municipality && member.From <= day && (member.To is null || day < member.To));
}

/// <summary>A membership.</summary>
internal sealed record MemberDocument(string Municipality, DateOnly From, DateOnly? To);
