using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Measurements;

/// <summary>Asks about numbers that look like slips beside what their streams hold; nothing is changed or refused for it.</summary>
internal sealed class DoubtReader(IGrainFactory grains, KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>So many are asked about at once: where more are doubtful, something is wrong with all of them.</summary>
    private const int DoubtsMax = 100;

    public async Task<IReadOnlyList<DoubtAnswer>> Of(PilotId pilot, IReadOnlyList<Measurement> measurements)
    {
        var histories = await FanOut.All(measurements.Select(each => each.Kpi).Distinct().Order(), options.Value.CallsAtOnce,
            kpi => History(pilot, kpi));
        var known = histories.ToDictionary(history => history.Kpi);
        return [.. measurements.Select(each => Doubt(pilot, each, known[each.Kpi])).OfType<DoubtAnswer>().Take(DoubtsMax)];
    }

    private async Task<KpiHistory> History(PilotId pilot, KpiCode kpi)
    {
        var noun = await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.NamesAge);
        var series = await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Read(false, null);
        return new(kpi, noun?.Facts, series.Entries.Where(entry => entry.Sent.Silence is null).ToLookup(entry => entry.Stream));
    }

    private static DoubtAnswer? Doubt(PilotId pilot, Measurement sent, KpiHistory history)
    {
        if (history.Facts is not { } facts) return null;
        var stream = new KpiStreamId(pilot, sent.Kpi, sent.Class, sent.Municipality);
        return Slips.Of(facts, [.. history.Entries[stream]], sent) is { } found
            ? DoubtAnswer.Of(sent, found.Field, found.Slip) : null;
    }

    private sealed record KpiHistory(KpiCode Kpi, KpiFacts? Facts, ILookup<KpiStreamId, SeriesEntry> Entries);
}
