using System.Numerics;

namespace KpiGrid.Silo.Pilots;

/// <summary>A measurement and what it gives to whom.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What it comes to.</param>
/// <param name="Rule">The rule that applied.</param>
/// <param name="Counted">How much of it counts.</param>
/// <param name="Parts">What it gives to each place asked for.</param>
internal sealed record SettledLine(
    MeasurementId Id, Content Content, SettlementRule Rule, Amount Counted, IReadOnlyList<ExplainPart> Parts);

/// <summary>What the measurements of one KPI give to whom; the parts of all of them add up to the total.</summary>
internal static class SettledLines
{
    private sealed record Known(MeasurementId Id, Content Content);

    public static IEnumerable<SettledLine> Of(
        PilotId pilot, KpiCode kpi, IEnumerable<(MeasurementId Id, Content Content)> counting, ShareTimeline shares,
        ExplainQuestion question) => counting
        .Where(measurement => !measurement.Content.IsSilence)
        .Select(measurement => new Known(measurement.Id, measurement.Content))
        .GroupBy(measurement => measurement.Content.Family)
        .Where(family => question.Class is null || family.Key.Class == question.Class
            || family.First().Content.Kind == KpiKind.Score)
        .OrderBy(family => family.Key.Class?.Value, StringComparer.Ordinal)
        .SelectMany(family => family.First().Content.Kind.IsStanding()
            ? Standing(family, kpi, question, shares)
            : Accumulating(pilot, family, kpi, question, shares));

    /// <summary>The values in force on the last day asked, settled by its shares; of a score those of the class.</summary>
    private static IEnumerable<SettledLine> Standing(
        IEnumerable<Known> family, KpiCode kpi, ExplainQuestion question, ShareTimeline shares)
    {
        var day = question.Days.Last;
        var inForce = family.Where(measurement => measurement.Content.Days.Last <= day)
            .GroupBy(measurement => measurement.Content.Owner)
            .Select(stream => stream.MaxBy(measurement => measurement.Content.Days.Last)!)
            .ToList();
        var values = inForce.Select(measurement => new StandingValue(
            measurement.Content.Owner, measurement.Content.Key,
            new(measurement.Content.A, measurement.Content.B, 1))).ToList();
        var kind = inForce.Count == 0 ? KpiKind.Stock : inForce[0].Content.Kind;
        var closing = Closing.All(values, kind, shares.ChangeDays(kpi).Where(change => change <= day), on => shares.On(kpi, on))
            .LastOrDefault();
        foreach (var figure in closing?.Figures ?? [])
        {
            if (question.Class is { } @class && figure.Figure.Key.Class != @class) continue;
            var measurement = inForce.Single(known => known.Content.Owner == figure.Figure.Owner);
            var parts = Parts(figure, [measurement], question, day, shares.On(kpi, day)).Single();
            if (parts.Count > 0 || figure.Rule == SettlementRule.InConflict)
                yield return Line(measurement, figure, parts, isAlone: true);
        }
    }

    private static IEnumerable<SettledLine> Accumulating(
        PilotId pilot, IEnumerable<Known> family, KpiCode kpi, ExplainQuestion question, ShareTimeline shares)
    {
        var known = family.ToList();
        var streams = known.GroupBy(measurement => measurement.Content.Owner)
            .SelectMany(stream => Figures(pilot, stream.Key, stream)).ToList();
        var settled = Settlement.Settle([.. streams.Select(stream => stream.Figure)], known[0].Content.Kind, day => shares.On(kpi, day));
        var members = streams.ToDictionary(stream => (stream.Figure.Owner, stream.Figure.Key), stream => stream.Measurements);
        return
            from figure in settled
            let key = figure.Figure.Key
            where key.Member == 0 && question.Days.Contains(key.Days.Last)
            let measurements = members[(figure.Figure.Owner, key)]
            let parts = Parts(figure, measurements, question, key.Days.Last, shares.On(kpi, key.Days.Last))
            from line in measurements.Zip(parts)
            where line.Second.Count > 0 || figure.Rule == SettlementRule.InConflict
            orderby figure.Figure.Owner?.Value, key.Days.Last, line.First.Id
            select Line(line.First, figure, line.Second, isAlone: measurements.Count == 1);
    }

    /// <summary>The cells of one stream, each with the measurements in it; a reading's cell is its difference.</summary>
    private static IEnumerable<(Figure Figure, IReadOnlyList<Known> Measurements)> Figures(
        PilotId pilot, MunicipalityId? owner, IEnumerable<Known> stream)
    {
        var list = stream.ToList();
        var figures = new StreamFigures(list[0].Content.Kind);
        foreach (var measurement in list) figures.Put(pilot, measurement.Id, measurement.Content, +1);
        var byKey = list.ToLookup(measurement => measurement.Content.IsReading
            ? measurement.Content.Key with { Days = DayRange.Of(measurement.Content.Days.Last) }
            : measurement.Content.Key);
        return figures.Cells().Where(cell => cell.Key.Member == 0).Select(cell => (
            new Figure(owner, cell.Key, cell.Value),
            (IReadOnlyList<Known>)[.. byKey[figures.HasReadings ? cell.Key with { Days = DayRange.Of(cell.Key.Days.Last) } : cell.Key]
                .OrderBy(measurement => measurement.Id)]));
    }

    /// <summary>Each measurement of a cell gets its proportion, cut; the last one gets the rest, so the lines add up.</summary>
    private static IEnumerable<IReadOnlyList<ExplainPart>> Parts(
        SettledFigure figure, IReadOnlyList<Known> measurements, ExplainQuestion question, DateOnly day,
        IReadOnlyList<ShareOn> shares)
    {
        var wanted = figure.Parts.Where(part => question.Places is null
            || (question.Places.TryGetValue(part.Municipality, out var days) && days.Any(stay => stay.Contains(day)))).ToList();
        var left = wanted.ToDictionary(part => part.Municipality, part => part.Value);
        for (var i = 0; i < measurements.Count; i++)
        {
            var (content, isLast) = (measurements[i].Content, i == measurements.Count - 1);
            var parts = new List<ExplainPart>();
            foreach (var part in wanted)
            {
                var given = content.Kind == KpiKind.Distinct ? new CellValue(content.A, Amount.Zero, 0)
                    : isLast ? left[part.Municipality] : Proportion(part.Value, content, figure.Figure.Value);
                left[part.Municipality] -= given;
                var share = ShareOf(figure, part.Municipality, shares);
                parts.Add(new(part.Municipality, share.Parts, share.Whole, given.A, given.B));
            }
            yield return parts;
        }
    }

    private static CellValue Proportion(CellValue part, Content content, CellValue cell) => new(
        Proportion(part.A, content.A, cell.A), Proportion(part.B, content.B, cell.B), 0);

    private static Amount Proportion(Amount part, Amount own, Amount cell) =>
        cell.Sign == 0 ? Amount.Zero : part.Part((BigInteger)own.Count, (BigInteger)cell.Count);

    private static ShareOn ShareOf(SettledFigure figure, MunicipalityId municipality, IReadOnlyList<ShareOn> shares) =>
        figure.Figure.Owner is not null ? ShareOn.All(municipality)
        : shares.FirstOrDefault(share => share.Municipality == municipality, ShareOn.All(municipality));

    private static SettledLine Line(Known measurement, SettledFigure figure, IReadOnlyList<ExplainPart> parts, bool isAlone) => new(
        measurement.Id, measurement.Content, figure.Rule,
        measurement.Content.Kind == KpiKind.Distinct ? measurement.Content.A
            : isAlone ? figure.Counted.A
            : Proportion(figure.Counted.A, measurement.Content.A, figure.Figure.Value.A), parts);
}
