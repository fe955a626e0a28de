using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Disclosure;

/// <summary>Who is told confidential figures: those who report or answer for the pilot, not all who may read it.</summary>
internal sealed class Insight(Rights rights, KnownNouns nouns, IOptions<QuestionOptions> options)
{
    private const Verbs OwnPeople = Verbs.Push | Verbs.PushOnBehalf | Verbs.Change;

    /// <summary>Whether a pilot's figures of a KPI are kept from a caller.</summary>
    public async ValueTask<bool> IsKeptFrom(Caller caller, PilotId pilot, KpiCode kpi) =>
        await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge) is { } known
        && known.Facts.Confidential.Contains(kpi) && !await IsOwn(caller, pilot);

    /// <summary>The pilots whose figures of a KPI are not kept from a caller.</summary>
    public async Task<HashSet<string>> Open(Caller caller, IEnumerable<string> pilots, KpiCode kpi)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pilot in pilots)
            if (!await IsKeptFrom(caller, PilotId.Parse(pilot), kpi)) open.Add(pilot);
        return open;
    }

    /// <summary>Whether nothing is kept from a caller, anywhere.</summary>
    public bool IsOwnEverywhere(Caller caller) => (rights.Everywhere(caller) & OwnPeople) != 0;

    /// <summary>Who watches a region: one of its own people for themselves, everybody else as nobody in particular, so that
    /// they share what they see.</summary>
    public async ValueTask<Caller> Watching(Caller caller, PlaceRef region) =>
        (await rights.At(caller, region)).HasFlag(Verbs.Change) ? caller : Caller.Nobody;

    public async ValueTask<bool> IsOwn(Caller caller, PilotId pilot) =>
        (await rights.At(caller, new(PlaceKind.Pilot, pilot.Value)) & OwnPeople) != 0;
}
