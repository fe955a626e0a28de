using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Confirmations;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Explain;

/// <summary>Answers what is behind a total, in pages as of the same heads.</summary>
internal sealed class ExplainReader(
    IGrainFactory grains, PlaceFinder finder, Settling settling, TotalsSource source, DefinitionSeries series,
    SplitNames names, Sight sight, Insight insight, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none.</summary>
    public async Task<ExplainAnswer?> Answer(AskedExplanation asked, QuestionErrors errors)
    {
        var noun = await finder.Kpi(asked.Kpi, asked.AsOf, errors);
        var places = await finder.Places([asked.Place], asked.Cursor?.MembersAt ?? asked.AsOf, errors);
        if (noun is null || places is null) return null;
        if (asked.AtLeast is { } token && asked.Cursor is null) await settling.Settle(token, false, errors);
        if (errors.Any) return null;
        var members = asked.Place.Kind == PlaceKind.Pilot ? null : source.Members(places, asked.Days, errors);
        var pilots = members is null ? [PilotId.Parse(asked.Place.Id)] : await Pilots(asked, members, errors);
        if (errors.Any) return null;
        return asked.Cursor is { } cursor
            ? await Next(asked, noun, cursor, pilots, members, errors)
            : await First(asked, noun, places, pilots, members);
    }

    /// <summary>On later pages and in the past also pilots whose measurements have all been withdrawn since.</summary>
    private async Task<IReadOnlyList<PilotId>> Pilots(
        AskedExplanation asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members,
        QuestionErrors errors)
    {
        var pilots = await source.Pilots(members, asked is { Cursor: null, AsOf: null } ? asked.Kpi : null);
        var max = limits.Value.ExplainPilotsMax;
        if (asked.Cursor is null && pilots.Count > max)
            errors.Refuse("id", pilots.Count.ToString(CultureInfo.InvariantCulture), "too-many-pilots",
                $"An explanation covers at most {max} pilots: ask its municipalities one by one.");
        return [.. pilots.Keys];
    }

    private async Task<ExplainAnswer> First(
        AskedExplanation asked, KnownNoun<KpiFacts> noun, KnownPlaces places, IReadOnlyList<PilotId> pilots,
        IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members)
    {
        var kpi = Definition.Of(asked.Kpi, noun);
        var all = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (Pilot: pilot, Explanation: await Ask(pilot, asked, members, await HeadOf(pilot, asked))));
        var told = all.Where(pair => pair.Explanation.Lines.Count > 0).ToDictionary(
            pair => new PilotAt(pair.Pilot, pair.Explanation.Head), pair => pair.Explanation.Lines);
        var lines = told.Values.SelectMany(each => each).ToList();
        var versions = lines.Select(line => line.Entry.Definition).ToHashSet();
        var seriesOf = await series.Of(asked.Kpi, noun, versions);
        var total = ExplainTotal.Of(kpi, asked.Days, members is null, lines,
            version => seriesOf.GetValueOrDefault(version, version),
            kpi.Kind == KpiKind.Distinct ? await Members(asked, members, told.Keys) : null);
        var seen = await Seen(asked, told.Keys.Select(pilot => pilot.Pilot));
        var shown = told.Keys.Where(pilot => seen.Contains(pilot.Pilot.Value)).ToList();
        var kept = told.Keys.Except(shown).ToList();
        var hidden = Hidden(kpi, asked, members is null, [.. kept.Select(pilot => told[pilot])], seriesOf);
        if (await Suppressed(asked, places, kept) is { } marks)
        {
            total = new() { Period = total.Period, Marks = marks };
            hidden = hidden! with { Remainder = null };
        }
        var page = await ExplainPages.Take(shown, 0, asked.Limit, pilot => Task.FromResult(told[pilot]));
        return await Shape(asked, kpi, new(total, hidden), page, asked.AsOf ?? places.ChangedAt);
    }

    /// <summary>Without pilots that are not theirs to read, and those whose figures are told to their own people only.</summary>
    private async Task<HashSet<string>> Seen(AskedExplanation asked, IEnumerable<PilotId> pilots) => await insight.Open(
        asked.Caller, await sight.Of(asked.Caller, Verbs.Parts, PlaceKind.Pilot, pilots.Select(pilot => pilot.Value)), asked.Kpi);

    /// <summary>The marks of a total that is not told, as its node would answer it; null where it may be.</summary>
    private async Task<IReadOnlyList<string>?> Suppressed(
        AskedExplanation asked, KnownPlaces places, IReadOnlyList<PilotAt> kept)
    {
        if (!await AreAnyConfidential(asked, kept)) return null;
        var question = new TotalsQuestion
        {
            Kpi = asked.Kpi, Class = asked.Class, Days = asked.Days, AsOf = asked.AsOf, Caller = asked.Caller,
            Periods = [new(Period.Of(asked.Days), asked.Days)],
        };
        var sum = (await source.Read(places, question, new()))?.Periods[0];
        return sum is { IsSuppressed: false } ? null : sum?.Marks ?? [PeriodSum.Suppressed];
    }

    private async Task<bool> AreAnyConfidential(AskedExplanation asked, IReadOnlyList<PilotAt> kept)
    {
        foreach (var pilot in kept)
            if (await insight.IsKeptFrom(asked.Caller, pilot.Pilot, asked.Kpi)) return true;
        return false;
    }

    private static HiddenAnswer? Hidden(
        Definition kpi, AskedExplanation asked, bool isPilot, IReadOnlyList<IReadOnlyList<ExplainLine>> ofPilots,
        IReadOnlyDictionary<int, int> seriesOf)
    {
        if (ofPilots.Count == 0) return null;
        var lines = ofPilots.SelectMany(each => each).ToList();
        return new(ofPilots.Count, lines.Count, kpi.Kind == KpiKind.Distinct ? null : ExplainTotal.Of(
            kpi, asked.Days, isPilot, lines, version => seriesOf.GetValueOrDefault(version, version)));
    }

    /// <summary>As of the same heads as the lines.</summary>
    private async Task<IReadOnlyList<ExplainedMembers>> Members(
        AskedExplanation asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members,
        IEnumerable<PilotAt> pilots) => await FanOut.All(pilots, options.Value.CallsAtOnce, pilot =>
            Stream(pilot.Pilot, asked).ExplainMembers(Question(asked, members, pilot.Head)));

    private async Task<ExplainAnswer?> Next(
        AskedExplanation asked, KnownNoun<KpiFacts> noun, ExplainCursor cursor, IReadOnlyList<PilotId> pilots,
        IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, QuestionErrors errors)
    {
        // A cursor is what somebody sends: it opens no pilot that its sender may not read.
        var seen = await Seen(asked, pilots);
        var known = pilots.Where(pilot => seen.Contains(pilot.Value)).ToLookup(ExplainCursor.MarkOf);
        if (!cursor.Pilots.All(pilot => known.Contains(pilot.Mark)))
        {
            errors.Refuse("cursor", null, "cursor-expired", "Begin again without cursor.");
            return null;
        }
        var left = cursor.Pilots.Select(pilot => new PilotAt(known[pilot.Mark].First(), pilot.Head)).ToList();
        var page = await ExplainPages.Take(left, cursor.Told, asked.Limit, async pilot =>
            (await Ask(pilot.Pilot, asked, members, pilot.Head)).Lines);
        return await Shape(asked, Definition.Of(asked.Kpi, noun), new(cursor.Total, cursor.Hidden), page, cursor.MembersAt);
    }

    /// <summary>Null is the head now.</summary>
    private async Task<long?> HeadOf(PilotId pilot, AskedExplanation asked) =>
        asked.AsOf is null ? null : (await Stream(pilot, asked).Read(false, asked.AsOf)).Head;

    private Task<Explanation> Ask(
        PilotId pilot, AskedExplanation asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members,
        long? head) => Stream(pilot, asked).Explain(Question(asked, members, head));

    private IKpiStreamGrain Stream(PilotId pilot, AskedExplanation asked) =>
        grains.GetGrain<IKpiStreamGrain>($"{pilot}/{asked.Kpi}");

    private static ExplainQuestion Question(
        AskedExplanation asked, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? members, long? head) =>
        new() { Days = asked.Days, Places = members, Class = asked.Class, Head = head };

    private async Task<ExplainAnswer> Shape(
        AskedExplanation asked, Definition kpi, ExplainSum sum, ExplainPage page, DateTimeOffset? membersAt)
    {
        var municipalities = page.Lines.SelectMany(BehalfAnswer.Places).Distinct();
        var named = await names.Of(Split.Municipality, municipalities, asked.Days.Last);
        return new()
        {
            Node = asked.Place.ToString(),
            Kpi = kpi.Code.Value,
            Definition = kpi.Version,
            Unit = kpi.Unit,
            AsOf = asked.AsOf,
            Total = sum.Total,
            Hidden = sum.Hidden,
            Lines = [.. page.Lines.Select(line => Line(line, kpi.Kind, named))],
            Page = new(asked.Limit, Cursor(asked, sum, page, membersAt)?.Text()),
        };
    }

    private static EntryAnswer Line(ExplainLine line, KpiKind kind, IReadOnlyDictionary<string, string> named) =>
        EntryAnswer.Of(line.Entry, kind) with
        {
            Rule = line.Rule,
            Behalf = BehalfAnswer.Of(line, named),
            Parts =
            [
                .. line.Parts.Select(part => new PartAnswer(
                    part.Municipality?.Value, part.Municipality is { } id ? named.GetValueOrDefault(id.Value) : null,
                    $"{part.Parts}/{part.Whole}", part.A, kind.HasParts() ? part.B : null)),
            ],
        };

    private static ExplainCursor? Cursor(
        AskedExplanation asked, ExplainSum sum, ExplainPage page, DateTimeOffset? membersAt) =>
        page.Left.Count == 0 ? null : new()
        {
            Question = asked.Digest,
            MembersAt = membersAt,
            Total = sum.Total,
            Hidden = sum.Hidden,
            Told = page.Told,
            Pilots = [.. page.Left.Select(pilot => (ExplainCursor.MarkOf(pilot.Pilot), pilot.Head))],
        };

    /// <summary>What all pages have in common.</summary>
    private sealed record ExplainSum(PeriodAnswer Total, HiddenAnswer? Hidden);
}
