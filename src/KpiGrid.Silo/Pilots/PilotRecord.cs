using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>The bodies of a pilot's records <c>push</c> and <c>revise</c>; see also <see cref="FactsRecord"/>,
/// <see cref="ApprovalRecord"/> and <see cref="ConfirmationRecord"/>.</summary>
/// <remarks>
/// A push is <c>{"kpis":{code:{definition,series,kind,unit}},"import":…,"measurements":[entry…]}</c>; a revise is
/// <c>{"kpis":{…},"revisions":[entry…]}</c>, each with revision, kind and reason. See <see cref="EntryDocument"/>.
/// </remarks>
internal static class PilotRecord
{
    public const string Push = "push";
    public const string Revise = "revise";

    /// <summary>The unit of a money KPI; its measurements name a currency.</summary>
    public const string MoneyUnit = "money";

    public static byte[] PushBody(IReadOnlyList<PilotEntry> entries, RegistryView registry, string? import) =>
        Bytes(new() { Kpis = Kpis(entries, registry), Import = import, Measurements = Documents(entries) });

    public static byte[] ReviseBody(IReadOnlyList<PilotEntry> entries, RegistryView registry) =>
        Bytes(new() { Kpis = Kpis(entries, registry), Revisions = Documents(entries) });

    /// <summary>What a record says about measurements; nothing where it is about something else.</summary>
    public static IEnumerable<PilotEntry> Read(JournalRecord record)
    {
        if (record.Type is not (Push or Revise)) return [];
        var body = Body(record);
        return (body.Measurements ?? body.Revisions ?? []).Select(entry => entry.Entry(body.Kpis.GetValueOrDefault(entry.Kpi.Value)));
    }

    /// <summary>The import a record names.</summary>
    public static string? Import(JournalRecord record) => record.Type == Push ? Body(record).Import : null;

    public static PilotFacts Facts(RegistryEntry entry) =>
        JsonSerializer.Deserialize<PilotFacts>(entry.Facts, KpiGridJson.Options)!;

    private static BodyDocument Body(JournalRecord record) =>
        JsonSerializer.Deserialize<BodyDocument>(record.Body, EntryDocument.Json)
        ?? throw new InvalidDataException($"Record {record.Stream}/{record.Sequence} has no body");

    private static byte[] Bytes(BodyDocument body) => JsonSerializer.SerializeToUtf8Bytes(body, EntryDocument.Json);

    private static List<EntryDocument> Documents(IReadOnlyList<PilotEntry> entries) => [.. entries.Select(EntryDocument.Of)];

    /// <summary>The definitions the entries were checked against: their contents', or today's where there is no content.</summary>
    private static Dictionary<string, KpiDocument> Kpis(IReadOnlyList<PilotEntry> entries, RegistryView registry)
    {
        var kpis = new Dictionary<string, KpiDocument>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Content is { } content)
                kpis[entry.Kpi.Value] = new(content.Definition, content.Series, content.Kind,
                    content.Currency is null ? content.Unit : MoneyUnit);
            else if (registry.Kpi(entry.Kpi) is { } now && !kpis.ContainsKey(entry.Kpi.Value))
                kpis.Add(entry.Kpi.Value, new(now.Version, now.Series, now.Facts.Kind, now.Facts.Unit));
        }
        return kpis;
    }

    private sealed record BodyDocument
    {
        public required Dictionary<string, KpiDocument> Kpis { get; init; }
        public string? Import { get; init; }
        public List<EntryDocument>? Measurements { get; init; }
        public List<EntryDocument>? Revisions { get; init; }
    }
}
