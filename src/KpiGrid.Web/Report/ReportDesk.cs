using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report;

/// <summary>Takes a filled-in form: looks at it, asks where something is doubtful, and records what is good.</summary>
internal sealed class ReportDesk(Recorder recorder, IOptions<ApiOptions> limits)
{
    /// <summary>What is found in a form, and what became of it when nothing stood in its way.</summary>
    public async Task<(ReportFindings Findings, Recorded? Recorded)> Take(HttpContext context, ReportSubject subject, ReportEntry entry)
    {
        var fields = ReportFields.Of(subject.Facts, subject.IsMeter);
        var numbers = new ReportNumbers(entry, fields);
        var findings = new ReportFindings(numbers,
            [.. fields.Where(numbers.IsUnreadable).Select(field => new Problem(field.Name(), null, "not-a-number", ""))]);
        if (!findings.None) return (findings, null);
        return entry.IsCorrection ? await Correct(context, subject, entry, findings, fields) : await Record(context, subject, entry, findings, fields);
    }

    private async Task<(ReportFindings, Recorded?)> Record(
        HttpContext context, ReportSubject subject, ReportEntry entry, ReportFindings findings, IReadOnlyList<MeasurementField> fields)
    {
        var json = ReportJson.Of(entry, findings.Numbers, subject.Stream, fields);
        var reading = new MeasurementReader(limits.Value).Measurements(json);
        if (Unread(reading) is { Count: > 0 } problems) return (findings with { Problems = problems }, null);
        findings = findings with { Slip = Slip(subject, entry, findings, reading.Items[0]) };
        return findings.None ? With(findings, await (await recorder.For(context, subject.Stream.Pilot)).Record(reading.Items)) : (findings, null);
    }

    private async Task<(ReportFindings, Recorded?)> Correct(
        HttpContext context, ReportSubject subject, ReportEntry entry, ReportFindings findings, IReadOnlyList<MeasurementField> fields)
    {
        var json = ReportJson.Of(entry, findings.Numbers, subject.Stream, fields);
        var reading = new MeasurementReader(limits.Value).Corrections(json);
        if (Unread(reading) is { Count: > 0 } problems) return (findings with { Problems = problems }, null);
        if (reading.Items[0].Content is { } content) findings = findings with { Slip = Slip(subject, entry, findings, content) };
        return findings.None ? With(findings, await (await recorder.For(context, subject.Stream.Pilot)).Correct(reading.Items[0])) : (findings, null);
    }

    private static IReadOnlyList<Problem> Unread<T>(Reading<T> reading) => reading.Unreadable is { } error
        ? [new(error.Field, error.Value, error.Code, error.Remedy)]
        : [.. reading.Refusals.Select(refusal => refusal.Problem)];

    private static (MeasurementField, Slip)? Slip(ReportSubject subject, ReportEntry entry, ReportFindings findings, Measurement sent) =>
        entry.Confirmed == findings.Numbers.Summary ? null : Slips.Of(subject.Facts, subject.Entries, sent);

    private static (ReportFindings, Recorded?) With(ReportFindings findings, Recorded recorded) => recorded.IsRefused
        ? (findings with { Problems = [.. recorded.Answer.Refusals.Select(refusal => refusal.Problem)] }, null)
        : (findings, recorded);
}
