using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Api.Registry;

/// <summary>The body of a PUT: a noun's facts, with the reason beside them.</summary>
internal sealed record FactsBody<TFacts>(TFacts? Facts, string? Reason, IReadOnlyList<Problem> Problems)
    where TFacts : class
{
    private const string ReasonMember = "reason";

    /// <summary>Why the body is no JSON.</summary>
    public ErrorItem? Unreadable { get; init; }

    public static FactsBody<TFacts> Read(byte[] body, Noun<TFacts> noun, ApiOptions limits)
    {
        var problems = new List<Problem>();
        var unreadable = FactsText.Unreadable(body, limits.JsonDepthMax, problems);
        if (unreadable is not null || problems.Count > 0)
            return new(null, null, problems.Take(limits.ErrorsListedMax).ToArray()) { Unreadable = unreadable };
        var bare = Split(body, limits, problems, out var reason);
        var facts = FactsJson.Read<TFacts>(bare, problems);
        if (facts is not null) problems.AddRange(noun.Check(facts));
        return new(facts, reason, problems.Take(limits.ErrorsListedMax).ToArray());
    }

    /// <summary>The document without its reason; a member sent twice is left for the reading to refuse.</summary>
    private static byte[] Split(byte[] body, ApiOptions limits, List<Problem> problems, out string? reason)
    {
        reason = null;
        var seen = 0;
        var reasons = new Refusals(limits.ErrorsListedMax);
        var rule = new TextRule(limits.NoteCharactersMax, Lines: true);
        using var document = JsonDocument.Parse(WithoutMark(body), new() { MaxDepth = limits.JsonDepthMax });
        using var bare = new MemoryStream(body.Length);
        using (var writer = new Utf8JsonWriter(bare))
        {
            writer.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (!member.NameEquals(ReasonMember)) member.WriteTo(writer);
                else if (seen++ > 0) reasons.Add(ReasonMember, null, "field-doubled", "Send it once.");
                else if (member.Value.ValueKind != JsonValueKind.Null)
                    reason = rule.Read(member.Value, ReasonMember, reasons);
            }
            writer.WriteEndObject();
        }
        problems.AddRange(reasons.Found.Select(refusal => refusal.Problem));
        return bare.ToArray();
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] body) =>
        body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body;
}
