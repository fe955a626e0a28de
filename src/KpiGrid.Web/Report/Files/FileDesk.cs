using KpiGrid.Api.Exchange;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>A file as it was sent: chosen just now, or kept by the page that showed it.</summary>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="Style">How its numbers are written, where somebody said so.</param>
internal sealed record SentFile(string Name, byte[] Bytes, NumberStyle? Style)
{
    private const int NameMax = 100;

    /// <summary>The file of a form; null when there is none.</summary>
    public static async Task<SentFile?> Of(IFormCollection form, ExchangeOptions limits)
    {
        var style = FileStyles.Of(form["numbers"].ToString());
        if (form.Files.GetFile("file") is { Length: > 0 } chosen)
        {
            using var bytes = new MemoryStream();
            await chosen.CopyToAsync(bytes);
            return new(Short(chosen.FileName), bytes.ToArray(), style);
        }
        return KeptFile.Unpack(form["kept"].ToString(), limits.BytesMax) is { Length: > 0 } kept ? new(Short(form["name"].ToString()), kept, style) : null;
    }

    /// <summary>What the page that shows it keeps.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept(NumberStyle? style) =>
        [("kept", KeptFile.Pack(Bytes)), ("name", Name), ("numbers", FileStyles.Name(style))];

    private static string Short(string name) => name.Length > NameMax ? name[..NameMax] : name;
}

/// <summary>A file as understood.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Style">How its numbers are written; null where that must be asked.</param>
/// <param name="Findings">What would become of it; null where something must be asked first.</param>
internal sealed record UnderstoodFile(FileTable Table, IReadOnlyList<FileColumn> Columns, NumberStyle? Style, FileFindings? Findings);

/// <summary>Takes a file: reads it, understands its columns, and checks its rows.</summary>
internal sealed class FileDesk(FileCheck check, IOptions<ExchangeOptions> limits, IOptions<ApiOptions> api)
{
    /// <summary>What is found in a file.</summary>
    /// <exception cref="FileRefusedException">It cannot be read, or lacks a column.</exception>
    public async Task<UnderstoodFile> Look(PilotRecorder recorder, SentFile file, Language language)
    {
        var table = FileTables.Read(file.Bytes, limits.Value);
        var columns = FileColumns.Of(table.Header);
        Require(columns, MeasurementField.Kpi, language);
        Require(columns, MeasurementField.Period, language);
        if ((file.Style ?? FileNumbers.StyleOf(table, columns)) is not { } style) return new(table, columns, null, null);
        var reading = new FileReader(api.Value, columns, style, language).Read(table);
        return new(table, columns, style, await check.Of(recorder, reading));
    }

    private static void Require(IReadOnlyList<FileColumn> columns, MeasurementField field, Language language)
    {
        if (columns.Any(column => column.Field == field)) return;
        var title = FileColumns.Title(Words.Of(language), field);
        throw new FileRefusedException(new("file", null, "file-column-missing", $"Name a column: {title}."));
    }
}
