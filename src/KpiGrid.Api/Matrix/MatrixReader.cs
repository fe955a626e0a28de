using KpiGrid.Api.Access;
using KpiGrid.Api.Overlap;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Matrix;

/// <summary>Answers what each type of building gave of each class: asks the municipalities of a place once for their
/// pilots, so that all lines and the total are made of the same leaves.</summary>
internal sealed class MatrixReader(
    PlaceFinder finder, TotalsSource source, KnownNouns nouns, BuildingTypes types, Sight sight, IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the total of the place is asked
    /// before.</summary>
    public async Task<MatrixAnswer?> Read(PlaceRef place, MatrixQuestion question, Caller caller, QuestionErrors errors)
    {
        var kpi = await finder.Kpi(question.Kpi, null, errors);
        var places = await finder.Places([place], null, errors);
        if (kpi is not null) Check(question.Kpi, kpi.Facts, errors);
        var beside = await Beside(question, errors);
        if (errors.Any) return null;
        var members = source.Members(places!, question.Days, errors);
        if (errors.Any) return null;
        var answers = await source.Each(members, question.Sums(question.Kpi, Split.Pilot));
        if (!AreTold("kpi", question.Kpi, answers, errors)) return null;
        var definition = Definition.Of(question.Kpi, kpi!);
        var sheet = new MatrixSheet(definition, kpi!.Facts, question.Days, await Leaves(answers, caller));
        if (!sheet.AddsUp(answers.Select(answer => answer.Sums.Periods[0])))
        {
            errors.Refuse("kpi", question.Kpi.Value, "not-one-sum",
                "Amounts before and after a break in the definition do not add up: ask for totals.");
            return null;
        }
        var columns = new List<BesideColumn>();
        foreach (var (code, noun) in beside)
        {
            var sums = await source.Each(members, question.Sums(code, Split.None));
            if (!AreTold("beside", code, sums, errors)) return null;
            columns.Add(new(Definition.Of(code, noun), Fold.Add(question.Days, sums.Select(each => each.Sums.Periods[0]))));
        }
        return sheet.Answer(place, columns);
    }

    /// <summary>What is not told of one line would be missing in the total as well, and nothing would say so.</summary>
    private static bool AreTold(
        string field, KpiCode code, IEnumerable<(MunicipalityId Municipality, Sums Sums)> answers, QuestionErrors errors)
    {
        if (!answers.Any(answer => answer.Sums.Periods[0].IsSuppressed)) return true;
        errors.Refuse(field, code.Value, PeriodSum.Suppressed, "Confidential figures are inside, and lines would tell them apart: ask for totals.");
        return false;
    }

    private static void Check(KpiCode code, KpiFacts kpi, QuestionErrors errors)
    {
        if (kpi.Classes.Count == 0)
            errors.Refuse("kpi", code.Value, "kpi-without-classes", "The columns are the classes of the KPI: choose one that has any, such as MAT-REU.");
        else if (BuildingTypes.AreClassesOf(kpi))
            errors.Refuse("kpi", code.Value, "classes-are-building-types", "Its classes are types of building already: ask for totals with split=class, or name it as beside.");
        else if (!OverlapReader.IsAdditive(kpi.Kind))
            errors.Refuse("kpi", code.Value, "kpi-not-additive", "Only a flow, an event count or a stock adds up over buildings: ask for totals.");
    }

    private async Task<IReadOnlyList<(KpiCode Code, KnownNoun<KpiFacts> Noun)>> Beside(MatrixQuestion question, QuestionErrors errors)
    {
        var found = new List<(KpiCode, KnownNoun<KpiFacts>)>();
        foreach (var code in question.Beside)
        {
            if (await finder.Kpi(code, null, errors) is not { } noun) continue;
            if (!BuildingTypes.AreClassesOf(noun.Facts) || !OverlapReader.IsAdditive(noun.Facts.Kind))
                errors.Refuse("beside", code.Value, "beside-not-of-buildings", "Name a KPI that adds up and whose classes are types of building, such as VAC-A.");
            else found.Add((code, noun));
        }
        return found;
    }

    /// <summary>What each municipality got of each pilot, with its type of building where the caller may read the pilot.</summary>
    private async Task<IReadOnlyList<MatrixLeaf>> Leaves(IReadOnlyList<(MunicipalityId Municipality, Sums Sums)> answers, Caller caller)
    {
        var pilots = answers.SelectMany(answer => answer.Sums.Parts).Where(part => part.Periods[0].Buckets.Count > 0).Select(part => part.Key).Distinct().ToList();
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots);
        var read = await FanOut.All(seen, options.Value.CallsAtOnce, async pilot =>
            (pilot, (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge))?.Facts));
        var facts = read.Where(pair => pair.Facts is not null).ToDictionary(pair => pair.pilot, pair => pair.Facts!);
        var leaves = new List<MatrixLeaf>();
        foreach (var (municipality, sums) in answers)
            foreach (var part in sums.Parts.Where(part => part.Periods[0].Buckets.Count > 0))
                leaves.Add(facts.TryGetValue(part.Key, out var pilot)
                    ? new(part.Key, await types.Of(pilot, municipality), false, part.Periods[0])
                    : new(part.Key, null, true, part.Periods[0]));
        return leaves;
    }
}
