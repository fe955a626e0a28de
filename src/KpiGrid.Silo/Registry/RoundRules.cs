using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Registry;

/// <summary>What rounds, turns and editions must satisfy beside what is known already.</summary>
internal static class RoundRules
{
    /// <summary>The streams that a round names.</summary>
    public static IEnumerable<string> Named(RoundFacts facts) =>
        facts.Members.Select(Streams.Of).Concat(facts.Kpi is { } kpi ? [Streams.Of(kpi)] : []);

    /// <summary>The stream of the round that a turn is in.</summary>
    public static string RoundOf(string turn) => Streams.Rounds + IdOf(turn).Round;

    public static IReadOnlyList<Problem> Check(RoundFacts facts, RegistryView registry)
    {
        if (facts.Check() is { Count: > 0 } problems) return problems;
        var unknown = facts.Members.Where(id => registry.Municipality(id) is null)
            .Select(id => new Problem("members", id.Value, "municipality-unknown", $"Create it first: PUT /v1/municipalities/{id}."));
        return [.. unknown, .. Check(facts.Kpi, registry)];
    }

    public static IReadOnlyList<Problem> Check(string stream, TurnFacts facts, RegistryView registry, ref int status)
    {
        if (facts.Check() is { Count: > 0 } problems) return problems;
        var turn = IdOf(stream);
        if (registry.History(RoundOf(stream)) is not { Entries.IsEmpty: false } round)
        {
            status = 404;
            return [new("round", turn.Round.Name, "round-unknown",
                $"Plan it first: PUT /v1/regions/{turn.Round.Region}/rounds/{turn.Round.Name}.")];
        }
        var planned = JsonSerializer.Deserialize<RoundFacts>(round.Entries[^1].Facts, KpiGridJson.Options)!;
        return planned.Members.Contains(turn.Municipality)
            ? Check(facts.Kpi, registry)
            : [new("municipality", turn.Municipality.Value, "not-in-the-round",
                "It is not among those who speak: add it to the round's members.")];
    }

    /// <summary>An edition never changes: what it says now is what was said then.</summary>
    public static IReadOnlyList<Problem> Check(EditionFacts facts, byte[] canonical, RegistryEntry? before, ref int status)
    {
        if (before is null) return facts.Check();
        if (before.Facts.AsSpan().SequenceEqual(canonical)) return [];
        status = 409;
        return [new("edition", null, "edition-fixed", "An edition never changes: make another one.")];
    }

    private static IReadOnlyList<Problem> Check(KpiCode? kpi, RegistryView registry) =>
        kpi is { } code && registry.Kpi(code) is null
            ? [new("kpi", code.Value, "kpi-unknown", $"Define it first: PUT /v1/kpis/{code}.")]
            : [];

    private static TurnId IdOf(string stream) => TurnId.Read(stream[Streams.Turns.Length..])
        ?? throw new ArgumentException($"{stream} is no turn's stream", nameof(stream));
}
