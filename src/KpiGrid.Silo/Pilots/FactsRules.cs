using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>What a pilot's facts must satisfy beside their own shape: known places and KPIs, locked days
/// that stay as they are, and measurements that keep their shares.</summary>
internal static class FactsRules
{
    /// <summary>The answer when the facts need no record: a refusal, or the same facts again; else null.</summary>
    public static RegistryAnswer? Answer(
        PilotFacts facts, byte[] canonical, RegistryChange change, PilotState state, RegistryView registry,
        PilotOptions options)
    {
        if (state.Trail.Attempt(change, canonical) is { } earlier) return new() { Entry = earlier, Repeated = true };
        var head = state.Entry?.Head ?? 0;
        if (change.IfMatch is { } expected && expected != head) return RegistryRefusals.NotTheHead(expected, head);
        if (state.Entry is { } before && before.Facts.AsSpan().SequenceEqual(canonical))
            return new() { Entry = before, Repeated = true };
        if (state.Entry is not null && string.IsNullOrWhiteSpace(change.Reason)) return RegistryRefusals.NoReason();
        var (status, problems) = Check(facts, state, registry, options);
        return problems.Count == 0 ? null : new() { Problems = problems, Status = status };
    }

    private static (int Status, IReadOnlyList<Problem> Problems) Check(
        PilotFacts facts, PilotState state, RegistryView registry, PilotOptions options)
    {
        IReadOnlyList<Problem> problems =
        [
            .. facts.Check(), .. UnknownPlaces(facts, registry), .. UnknownKpis(facts, registry),
        ];
        if (facts.Kpis.Count > options.KpiStreamsMax)
            problems = [.. problems, new("kpis", $"{facts.Kpis.Count} KPI streams", "kpi-streams-too-many",
                $"Declare at most {options.KpiStreamsMax}.")];
        if (problems.Count > 0) return (422, problems);
        var shares = new ShareTimeline(facts.Shares);
        IEnumerable<Problem> moved = state.Facts is { } before ? LockedFacts.Moved(before, facts, state.Approval) : [];
        problems = [.. moved.Concat(Orphans(shares, state)).Take(options.RefusalsListedMax)];
        if (problems.Count == 0 && LockedFacts.OpenFrom(state.Approval, facts) is { } open)
            problems = [.. LockedFigures.Moved(state, shares, open).Take(options.RefusalsListedMax)];
        return (409, problems);
    }

    private static IEnumerable<Problem> UnknownPlaces(PilotFacts facts, RegistryView registry) => facts.Shares
        .Select(share => share.Municipality).Distinct()
        .Where(id => id.Value is not null && registry.Municipality(id) is null)
        .Select(id => new Problem("shares", id.Value, "municipality-unknown",
            $"Create it first: PUT /v1/municipalities/{id}."));

    private static IEnumerable<Problem> UnknownKpis(PilotFacts facts, RegistryView registry) => facts.Kpis
        .Select(declared => declared.Kpi).Distinct()
        .Where(code => code.Value is not null && registry.Kpi(code) is null)
        .Select(code => new Problem("kpis", code.Value, "kpi-unknown", $"Create it first: PUT /v1/kpis/{code}."));

    /// <summary>Measurements that the changed shares would leave on a day without any, or without their participant.</summary>
    private static IEnumerable<Problem> Orphans(ShareTimeline shares, PilotState state) => state.Contents
        .Select(content => (content, On: shares.On(content.Family.Kpi, content.Days.Last)))
        .Where(pair => pair.On.Count == 0
            || (pair.content.Owner is { } owner && pair.On.All(share => share.Municipality != owner)))
        .Select(pair => new Problem("shares", pair.content.Days.ToString(), "measurement-without-share",
            $"A measurement of {pair.content.Family.Kpi} on {pair.content.Days.Last:yyyy-MM-dd} would be left without a share."));
}
