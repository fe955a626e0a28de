using KpiGrid.Api.Access;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Lineage;

/// <summary>Answers how a pilot spread: who repeats it, since when, and with what result.</summary>
internal sealed class LineageReader(
    AllPilots pilots, Adoption adoption, CompareReader compare, LocalDays days, Sight sight, IOptions<CompareOptions> limits,
    IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the pilot is asked before.</summary>
    /// <param name="pilot">One of the family.</param>
    /// <param name="question">The comparison, whose lines this fills in; null for none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="errors">What is wrong with the question.</param>
    public async Task<LineageAnswer?> Read(PilotId pilot, CompareQuestion? question, Caller caller, QuestionErrors errors)
    {
        if (await pilots.Read(errors) is not { } all) return null;
        if (!all.ContainsKey(pilot))
        {
            errors.Unknown("pilot", pilot.Value, "pilot-unknown", "There is no such pilot that this key may see.");
            return null;
        }
        var family = new Family(all.Where(pair => pair.Value.ReplicaOf is not null).ToDictionary(pair => pair.Key, pair => pair.Value.ReplicaOf!.Value));
        var everybody = family.Under(family.Top(pilot, all.ContainsKey)).Select(relative => relative.Pilot.Value).ToList();
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, everybody);
        var shown = family.Under(family.Top(pilot, original => seen.Contains(original.Value)))
            .Where(relative => seen.Contains(relative.Pilot.Value)).ToList();
        var results = question is null ? null : await Results(shown, all, question, caller, errors);
        if (errors.Any) return null;
        var today = await days.Today(shown.SelectMany(relative => all[relative.Pilot].Shares).Select(share => share.Municipality));
        var top = shown[0].Pilot;
        return new()
        {
            Pilot = pilot.Value, Original = top.Value, Reported = Adoption.Reported.Value,
            Pilots = [.. shown.Select(relative => Answer(relative, all[relative.Pilot]) with
            {
                Result = results?.Pairs.GetValueOrDefault(relative.Pilot),
            })],
            Adoption = await adoption.Of(all[top], shown.Skip(1).ToDictionary(relative => relative.Pilot, relative => all[relative.Pilot]), top, today),
            Comparison = results?.Together,
            Hidden = everybody.Count > shown.Count ? new(everybody.Count - shown.Count) : null,
        };
    }

    private async Task<(IReadOnlyDictionary<PilotId, BesideOriginal> Pairs, CompareAnswer? Together)?> Results(
        List<Relative> shown, IReadOnlyDictionary<PilotId, PilotFacts> all, CompareQuestion question, Caller caller, QuestionErrors errors)
    {
        if (shown.Count > limits.Value.LinesMax)
            errors.Refuse("kpi", question.Kpi.Value, "too-many-lines", $"At most {limits.Value.LinesMax} pilots are put side by side; ask without kpi.");
        if (errors.Any) return null;
        var top = shown[0].Pilot;
        var read = await FanOut.All(shown.Skip(1), options.Value.CallsAtOnce, async replica => (replica.Pilot,
            Answer: await compare.Answer(question with { Lines = [Line(top), Line(replica.Pilot)], ScaleTo = null }, caller, errors)));
        if (errors.Any) return null;
        var pairs = read.ToDictionary(pair => pair.Pilot, pair => Beside(pair.Answer!));
        // One that has only begun would leave no month that all have behind them.
        var begun = pairs.Where(pair => pair.Value.Replica.Days is not null).Select(pair => Line(pair.Key)).ToList();
        return (pairs, begun.Count == 0 ? null : await compare.Answer(question with { Lines = [Line(top), .. begun] }, caller, errors));
    }

    private static BesideOriginal Beside(CompareAnswer pair)
    {
        var (original, replica) = (pair.Lines[0].Whole, pair.Lines[1].Whole);
        return new(original, replica, replica.Value - original.Value, pair.Gate);
    }

    private static RelativeAnswer Answer(Relative relative, PilotFacts facts) => new()
    {
        Pilot = relative.Pilot.Value, Name = facts.Name, ReplicaOf = facts.ReplicaOf?.Value, Generation = relative.Generation,
        Start = facts.Start, Sample = facts.Sample,
        Municipalities = [.. facts.Shares.Select(share => share.Municipality).Distinct().Order().Select(id => id.Value)],
    };

    private static PlaceRef Line(PilotId pilot) => new(PlaceKind.Pilot, pilot.Value);
}
