using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>What counts of one KPI of one pilot: its own total and its municipalities' parts.</summary>
internal static class PilotRecomputation
{
    /// <summary>Everything of an accumulating kind, each line on the day it is booked.</summary>
    public static IReadOnlyList<Contribution> Accumulated(PilotDocument pilot, KpiDocument kpi)
    {
        var measurements = pilot.Measurements(kpi.Code).Where(measurement => measurement.A is not null).ToList();
        if (kpi.Kind == "distinct") return [.. measurements.SelectMany(measurement => Sets(pilot, measurement))];
        var figures = measurements.Where(measurement => !measurement.IsReading).Select(FigureOf)
            .Concat(Differences(measurements.Where(measurement => measurement.IsReading)));
        return Settlement(pilot, kpi).Settle(BookedFigure.Add(figures));
    }

    /// <summary>What is in force on a day of a standing kind.</summary>
    public static IReadOnlyList<Contribution> Standing(PilotDocument pilot, KpiDocument kpi, DateOnly day)
    {
        var weights = pilot.WeightsOn(day, kpi.Code);
        if (weights.Count == 0) return [];
        var inForce = pilot.Measurements(kpi.Code)
            .Where(measurement => measurement.A is not null && measurement.Days.Last <= day)
            .GroupBy(measurement => (measurement.Owner, kpi.Kind == "score" ? null : measurement.Class))
            .Select(stream => stream.MaxBy(measurement => measurement.Days.Last)!)
            .Where(value => value.Owner is null || weights.Any(weight => weight.Municipality == value.Owner))
            .Select(value => FigureOf(value with { Days = DayRange.Of(day) }));
        return Settlement(pilot, kpi).Settle([.. inForce]);
    }

    private static WholeAndPart Settlement(PilotDocument pilot, KpiDocument kpi) =>
        new(kpi.Kind == "score", day => pilot.WeightsOn(day, kpi.Code));

    private static BookedFigure FigureOf(MeasurementDocument measurement) =>
        new(FigureKey.Of(measurement), measurement.A!.Value, measurement.B, 1);

    // The first reading only opens its meter; every later one is what was added since the one before.
    private static IEnumerable<BookedFigure> Differences(IEnumerable<MeasurementDocument> readings)
    {
        foreach (var stream in readings.GroupBy(reading => (reading.Owner, reading.Class)))
        {
            var ordered = stream.OrderBy(reading => reading.Days.Last).ToList();
            foreach (var (before, reading) in ordered.Zip(ordered.Skip(1)))
            {
                var days = new DayRange(before.Days.Last.AddDays(1), reading.Days.Last);
                var start = reading.IsReset ? BigInteger.Zero : before.A!.Value;
                yield return FigureOf(reading with { Days = days, A = reading.A - start });
            }
        }
    }

    // A set is not split: every municipality with a share holds all of it.
    private static IEnumerable<Contribution> Sets(PilotDocument pilot, MeasurementDocument measurement)
    {
        var places = measurement.Owner is { } owner
            ? [owner]
            : pilot.WeightsOn(measurement.Days.Last, measurement.Kpi).Select(weight => weight.Municipality);
        var line = Contribution.Of(FigureOf(measurement), null, measurement.A!.Value, 0, 1) with
        {
            Members = measurement.Members,
            Input = $"{pilot.Id}/{measurement.Kpi}/{measurement.Id}",
        };
        return places.Select(place => line with { Municipality = place }).Prepend(line);
    }
}
