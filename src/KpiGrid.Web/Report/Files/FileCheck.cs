using KpiGrid.Api.Exchange;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>Says of every row of a file what would become of it; nothing is recorded.</summary>
internal sealed class FileCheck(FileSeries series, KnownNouns nouns, IOptions<ExchangeOptions> limits, IOptions<QuestionOptions> options)
{
    private const int DoubtsMax = 100;

    public async Task<FileFindings> Of(PilotRecorder recorder, FileReading reading)
    {
        var errors = reading.Errors.ToList();
        var known = await series.Read(recorder.Pilot, reading.Measurements.Select(row => row.Measurement.Kpi));
        foreach (var rows in reading.Measurements.Chunk(limits.Value.MeasurementsAtOnce))
        {
            var answer = await recorder.Check([.. rows.Select(row => row.Measurement)]);
            errors.AddRange(answer.Refusals.Select(refusal => Error(reading.Columns, rows[refusal.Index], refusal.Problem)));
        }
        var ids = reading.Measurements.Select(row => (row.Measurement.Kpi, row.Measurement.Id)).ToHashSet();
        var there = known.Latest.Where(entry => ids.Contains((entry.Sent.Kpi, entry.Sent.Id))).ToList();
        return new()
        {
            Reading = reading,
            Import = ContentIds.Import(recorder.Pilot, reading.Measurements.Select(row => row.Measurement)),
            Errors = [.. errors.OrderBy(error => error.Line)],
            Repeated = there.Count(entry => !entry.IsWithdrawn),
            Withdrawn = [.. there.Where(entry => entry.IsWithdrawn)],
            Doubts = await Doubts(recorder.Pilot, reading, known),
        };
    }

    private async Task<IReadOnlyList<(FileError, Slip, KpiFacts)>> Doubts(PilotId pilot, FileReading reading, KnownSeries known)
    {
        var doubts = new List<(FileError, Slip, KpiFacts)>();
        foreach (var (line, measurement) in reading.Measurements)
        {
            if (doubts.Count == DoubtsMax) break;
            if (await nouns.Read<KpiFacts>($"kpi/{measurement.Kpi}", options.Value.NamesAge) is not { Facts: var facts }) continue;
            var stream = new KpiStreamId(pilot, measurement.Kpi, measurement.Class, measurement.Municipality);
            if (Slips.Of(facts, known.InForce(stream), measurement) is { } found)
                doubts.Add((Error(reading.Columns, (line, measurement), new(found.Field.Name(), Value(measurement, found.Field), "", "")), found.Slip, facts));
        }
        return doubts;
    }

    private static FileError Error(IReadOnlyList<FileColumn> columns, (long Line, Measurement Measurement) row, Problem problem) =>
        new(row.Line, columns.FirstOrDefault(column => column.Field?.Name() == problem.Field)?.Title ?? "", problem.Value ?? "", problem);

    private static string? Value(Measurement measurement, MeasurementField field) => (field switch
    {
        MeasurementField.Numerator => measurement.Numerator,
        MeasurementField.Denominator => measurement.Denominator,
        MeasurementField.Weight => measurement.Weight,
        MeasurementField.Reading => measurement.Reading,
        _ => measurement.Value,
    })?.ToString();
}
