using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Registry;

/// <summary>What the facts of a noun must satisfy, by the kind of noun.</summary>
internal static class NounRules
{
    /// <summary>Reads facts in the noun's shape and answers them in canonical JSON, or the problems.</summary>
    public static IReadOnlyList<Problem> Check(
        string stream, byte[] facts, RegistryEntry? before, RegistryView registry, out byte[] canonical, out int status)
    {
        status = 422;
        if (stream.StartsWith(Streams.Kpis, StringComparison.Ordinal))
            return CheckKpi(Read<KpiFacts>(facts, out canonical), before, ref status);
        if (stream.StartsWith(Streams.Municipalities, StringComparison.Ordinal))
            return Read<MunicipalityFacts>(facts, out canonical).Check();
        if (stream.StartsWith(Streams.Rates, StringComparison.Ordinal))
            return Read<RateSeriesFacts>(facts, out canonical).Check();
        if (stream.StartsWith(Streams.Keys, StringComparison.Ordinal))
            return CheckKey(Read<KeyFacts>(facts, out canonical), before, ref status);
        if (stream.StartsWith(Streams.Targets, StringComparison.Ordinal))
            return CheckTarget(Read<TargetFacts>(facts, out canonical), IdOf(stream), registry);
        if (stream.StartsWith(Streams.Rounds, StringComparison.Ordinal))
            return RoundRules.Check(Read<RoundFacts>(facts, out canonical), registry);
        if (stream.StartsWith(Streams.Turns, StringComparison.Ordinal))
            return RoundRules.Check(stream, Read<TurnFacts>(facts, out canonical), registry, ref status);
        if (stream.StartsWith(Streams.Editions, StringComparison.Ordinal))
            return RoundRules.Check(Read<EditionFacts>(facts, out canonical), canonical, before, ref status);
        return CheckRegion(Read<RegionFacts>(facts, out canonical), registry);
    }

    /// <summary>Facts in canonical JSON, not checked.</summary>
    public static byte[] Canonical(string stream, byte[] facts)
    {
        byte[] canonical;
        if (stream.StartsWith(Streams.Kpis, StringComparison.Ordinal)) Read<KpiFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Municipalities, StringComparison.Ordinal))
            Read<MunicipalityFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Rates, StringComparison.Ordinal)) Read<RateSeriesFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Keys, StringComparison.Ordinal)) Read<KeyFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Targets, StringComparison.Ordinal)) Read<TargetFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Rounds, StringComparison.Ordinal)) Read<RoundFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Turns, StringComparison.Ordinal)) Read<TurnFacts>(facts, out canonical);
        else if (stream.StartsWith(Streams.Editions, StringComparison.Ordinal)) Read<EditionFacts>(facts, out canonical);
        else Read<RegionFacts>(facts, out canonical);
        return canonical;
    }

    /// <summary>The streams of the nouns that facts name.</summary>
    public static IEnumerable<string> Named(string stream, byte[] facts) =>
        stream.StartsWith(Streams.Regions, StringComparison.Ordinal)
            ? Read<RegionFacts>(facts, out _).Members.Select(member => Streams.Of(member.Municipality))
        : stream.StartsWith(Streams.Targets, StringComparison.Ordinal) ? [Streams.Of(IdOf(stream).Kpi)]
        : stream.StartsWith(Streams.Rounds, StringComparison.Ordinal) ? RoundRules.Named(Read<RoundFacts>(facts, out _))
        : stream.StartsWith(Streams.Turns, StringComparison.Ordinal) ? [RoundRules.RoundOf(stream)]
        : [];

    private static IReadOnlyList<Problem> CheckKpi(KpiFacts facts, RegistryEntry? before, ref int status)
    {
        var problems = facts.Check();
        if (problems.Count > 0 || before is null) return problems;
        var kind = Read<KpiFacts>(before.Facts, out _).Kind;
        if (kind == facts.Kind) return [];
        status = 409;
        return [new("kind", facts.Kind.Text(), "kind-fixed", $"This code is a {kind.Text()}; use another code.")];
    }

    /// <summary>A key stays the key of its holder: another secret or another actor is another key.</summary>
    private static IReadOnlyList<Problem> CheckKey(KeyFacts facts, RegistryEntry? before, ref int status)
    {
        var problems = facts.Check();
        if (problems.Count > 0 || before is null) return problems;
        var held = Read<KeyFacts>(before.Facts, out _);
        var field = held.Hash != facts.Hash ? "hash" : held.Actor != facts.Actor ? "actor" : held.Use != facts.Use ? "use" : null;
        if (field is null && !(held.Revoked && !facts.Revoked)) return [];
        status = 409;
        return [new(field ?? "revoked", null, "key-fixed", "This cannot be changed: make another key.")];
    }

    private static IReadOnlyList<Problem> CheckRegion(RegionFacts facts, RegistryView registry)
    {
        var unknown = facts.Members.Select(member => member.Municipality).Distinct()
            .Where(id => registry.Municipality(id) is null)
            .Select(id => new Problem("members", id.Value, "municipality-unknown",
                $"Create it first: PUT /v1/municipalities/{id}."));
        return [.. facts.Check(), .. unknown];
    }

    private static IReadOnlyList<Problem> CheckTarget(TargetFacts facts, TargetId id, RegistryView registry)
    {
        if (facts.Check() is { Count: > 0 } problems) return problems;
        return registry.Kpi(id.Kpi) is { } kpi
            ? facts.Check(kpi.Facts, id.Class)
            : [new("kpi", id.Kpi.Value, "kpi-unknown", $"Define it first: PUT /v1/kpis/{id.Kpi}.")];
    }

    private static TargetId IdOf(string stream) => TargetId.Read(stream[Streams.Targets.Length..])
        ?? throw new ArgumentException($"{stream} is no target's stream", nameof(stream));

    private static T Read<T>(byte[] facts, out byte[] canonical)
    {
        var read = JsonSerializer.Deserialize<T>(facts, KpiGridJson.Options)!;
        canonical = JsonSerializer.SerializeToUtf8Bytes(read, KpiGridJson.Options);
        return read;
    }
}
