using System.Text;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>A CSV with a row for everything that a pilot reports, its value left to be filled in.</summary>
internal sealed class Template(ReportSubjects subjects, KnownNouns nouns, IOptions<QuestionOptions> options)
{
    private static readonly MeasurementField[] fields =
    [
        MeasurementField.Kpi, MeasurementField.Class, MeasurementField.Municipality, MeasurementField.Period, MeasurementField.Value,
        MeasurementField.Numerator, MeasurementField.Denominator, MeasurementField.Weight, MeasurementField.Reading, MeasurementField.Unit,
        MeasurementField.Flag, MeasurementField.Note,
    ];

    public async Task<IResult> Of(Visit visit, PilotId pilot)
    {
        if (await subjects.Streams(pilot) is not { } told) return NoticeView.Unknown(visit.Words);
        var words = visit.Words;
        // Where the comma is decimal, spreadsheets part cells by semicolons.
        var separator = words.Language.DecimalMark == ',' ? ';' : ',';
        var text = new StringBuilder().AppendJoin(separator, fields.Select(field => CsvCell.Of(FileColumns.Title(words, field)))).Append("\r\n");
        foreach (var stream in told.Streams)
        {
            var facts = (await nouns.Read<KpiFacts>($"kpi/{stream.Kpi}", options.Value.NamesAge))?.Facts ?? new();
            var period = ReportPeriods.Likely(facts.Frequency, told.Today, stream.Periods);
            text.AppendJoin(separator, fields.Select(field => CsvCell.Of(Cell(StreamAddress.Read(stream.Stream), facts, period, field)))).Append("\r\n");
        }
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], $"{pilot}.csv");
    }

    private static FileContentHttpResult File(byte[] bytes, string name) => TypedResults.File(bytes, "text/csv; charset=utf-8", name);

    private static string Cell(KpiStreamId stream, KpiFacts facts, string period, MeasurementField field) => field switch
    {
        MeasurementField.Kpi => stream.Kpi.Value,
        MeasurementField.Class => stream.Class?.Value ?? "",
        MeasurementField.Municipality => stream.Municipality?.Value ?? "",
        MeasurementField.Period => period,
        MeasurementField.Unit when !KpiForms.IsInParts(facts) => ReportFields.Units(facts)[0],
        _ => "",
    };
}
