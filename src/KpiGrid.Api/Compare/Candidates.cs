using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Compare;

/// <summary>Finds what is to be put side by side, with the registry's facts of each.</summary>
internal sealed class Candidates(
    PlaceFinder finder, KnownNouns nouns, LocalDays days, Sight sight, IOptions<QuestionOptions> options,
    IOptions<CompareOptions> limits)
{
    /// <summary>The lines of a question, and how many members of its region the caller may not see; errors where one is
    /// not there.</summary>
    public async Task<(IReadOnlyList<Candidate> Lines, int Hidden)> Of(CompareQuestion question, Caller caller, QuestionErrors errors)
    {
        var (refs, hidden) = question.Region is { } region
            ? await Members(region, question.Days!.Value.Last, caller, errors)
            : (question.Lines, 0);
        if (refs.Count > limits.Value.LinesMax)
            errors.Refuse("region", question.Region!.Id, "too-many-lines", $"Put at most {limits.Value.LinesMax} side by side.");
        if (errors.Any) return ([], 0);
        var found = await FanOut.All(refs, options.Value.CallsAtOnce, line => Of(line, errors));
        return ([.. found.OfType<Candidate>()], hidden);
    }

    /// <summary>One pilot or place; null and an error when it is not there.</summary>
    public async Task<Candidate?> Of(PlaceRef line, QuestionErrors errors)
    {
        if (await finder.Places([line], null, errors) is not { } places) return null;
        var pilot = line.Kind == PlaceKind.Pilot ? await Read<PilotFacts>(line.Stream) : null;
        var region = line.Kind == PlaceKind.Region ? await Read<RegionFacts>(line.Stream) : null;
        var read = await FanOut.All(places.Municipalities, options.Value.CallsAtOnce, async id =>
            (id, Facts: await Read<MunicipalityFacts>($"municipality/{id}")));
        var municipalities = read.Where(pair => pair.Facts is not null).ToDictionary(pair => pair.id, pair => pair.Facts!);
        var today = await days.Today(places.Municipalities);
        return new()
        {
            Ref = line, Places = places, Today = today, Pilot = pilot, Region = region, Municipalities = municipalities,
            Name = pilot?.Name ?? region?.Name ?? Named(municipalities.Values.FirstOrDefault(), today),
            Sample = pilot?.Sample ?? region?.Sample ?? false,
        };
    }

    private async Task<(IReadOnlyList<PlaceRef> Lines, int Hidden)> Members(
        PlaceRef region, DateOnly day, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([region], null, errors) is not { } places) return ([], 0);
        var members = places.Days.In(DayRange.Of(day)).Keys.Order().Select(id => id.Value).ToList();
        var seen = await sight.Of(caller, Verbs.Total, PlaceKind.Municipality, members);
        return ([.. members.Where(seen.Contains).Select(id => new PlaceRef(PlaceKind.Municipality, id))], members.Count - seen.Count);
    }

    private static string? Named(MunicipalityFacts? facts, DateOnly day) =>
        (facts?.On(day) ?? facts?.Intervals.MaxBy(interval => interval.From))?.Name;

    private async Task<TFacts?> Read<TFacts>(string stream)
        where TFacts : class => (await nouns.Read<TFacts>(stream, options.Value.FactsAge))?.Facts;
}
