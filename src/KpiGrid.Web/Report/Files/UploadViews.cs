using KpiGrid.Api.Exchange;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Report.Files;

/// <summary>Puts a file and what was found in it into words.</summary>
internal static class UploadViews
{
    private const int FirstRowsMax = 5;
    private const int ErrorsMax = 100;
    private const int BytesInMegabyte = 1_024 * 1_024;

    public static UploadView Page(Visit visit, PilotId pilot, PilotFacts facts, AntiforgeryTokenSet token, ExchangeOptions limits)
    {
        var here = new ViewState { Language = visit.State.Language, Place = new(PlaceKind.Pilot, pilot.Value) };
        var words = visit.Words;
        return new()
        {
            Pilot = facts.Name,
            PilotAddress = here.Address,
            ReportAddress = here.On(PageKind.Report).Address,
            TemplateAddress = here.On(PageKind.Template).Address,
            Action = here.On(PageKind.Upload).Address,
            Token = (token.FormFieldName, token.RequestToken!),
            Limits = Words.Fill(words.Files.Limits, words.Number(limits.BytesMax / BytesInMegabyte), words.Number(limits.RowsMax), words.Number(limits.ColumnsMax)),
        };
    }

    /// <summary>A file of which it must be asked how its numbers are written.</summary>
    public static PreviewView Asked(Words words, string name, FileTable table, IReadOnlyList<FileColumn> columns, IReadOnlyList<(string, string)> kept) =>
        Begun(words, name, table, columns, kept) with
        {
            Styles = [.. FileStyles.All.Select(style => new Choice(style.Key, Words.Fill(words.Files.StyleForm, style.Value.Example), false))],
            Doubtful = FileNumbers.Doubtful(table, columns) ?? "",
        };

    public static PreviewView Of(Words words, string name, FileTable table, FileFindings findings, IReadOnlyList<(string, string)> kept)
    {
        var count = findings.Reading.Measurements.Count;
        return Begun(words, name, table, findings.Reading.Columns, kept) with
        {
            Summary = Summary(words, findings),
            Errors = [.. findings.Errors.Take(ErrorsMax).Select(error => Line(words, error, ProblemText.Of(words, error.Problem)))],
            ErrorsLeft = findings.Errors.Count > ErrorsMax ? Words.Fill(words.Files.MoreErrors, words.Number(findings.Errors.Count - ErrorsMax)) : "",
            Doubts = [.. findings.Doubts.Select(doubt => Line(words, doubt.Place, Doubt(words, doubt.Facts, doubt.Place, doubt.Slip)) with
            {
                Value = words.Number(Amount.Parse(doubt.Place.Value)),
            })],
            Confirm = findings.IsGood ? words.Of(words.Files.Confirm, count) : null,
        };
    }

    private static PreviewView Begun(Words words, string name, FileTable table, IReadOnlyList<FileColumn> columns, IReadOnlyList<(string, string)> kept) => new()
    {
        Name = name,
        Summary = [],
        Columns = [.. columns.Select(column => new ColumnLine(column.Title,
            column.Field is { } field ? FileColumns.Title(words, field) : words.Files.NotUsed, column.Field is not null))],
        FirstRows = [.. table.Rows.Take(FirstRowsMax).Select(row => (words.Number((int)row.Line),
            (IReadOnlyList<string>)[.. columns.Select(column => row.At(column.At).Text)]))],
        Errors = [],
        ErrorsLeft = "",
        Doubts = [],
        Styles = [],
        Doubtful = "",
        Kept = kept,
    };

    private static List<string> Summary(Words words, FileFindings findings)
    {
        var (files, reading) = (words.Files, findings.Reading);
        var bad = findings.Errors.Select(error => error.Line).Distinct().Count();
        if (reading.Filled == 0) return [files.NothingFilled];
        if (bad > 0) return [Words.Fill(files.ToMend, words.Number(bad), words.Number(reading.Filled))];
        var fresh = reading.Measurements.Count - findings.Repeated - findings.Withdrawn.Count;
        var lines = new List<string> { words.Of(files.ToRecord, fresh) };
        if (findings.Repeated > 0) lines.Add(Words.Fill(files.AlreadyThere, words.Number(findings.Repeated)));
        if (findings.Withdrawn.Count > 0) lines.Add(Words.Fill(files.ComeBack, words.Number(findings.Withdrawn.Count)));
        if (reading.Blank > 0) lines.Add(words.Of(files.Blank, reading.Blank));
        return lines;
    }

    private static string Doubt(Words words, KpiFacts facts, FileError place, Slip slip) =>
        SlipTexts.Text(words, facts, MeasurementFields.Find(System.Text.Encoding.UTF8.GetBytes(place.Problem.Field)) ?? MeasurementField.Value, slip);

    private static RowLine Line(Words words, FileError error, string text) => new(words.Number((int)error.Line), error.Column, error.Value, text);
}
