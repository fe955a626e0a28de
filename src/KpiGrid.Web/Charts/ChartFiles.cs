using System.Globalization;
using System.Text;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Web.Charts;

/// <summary>A chart as a file: a drawing that stands alone, or a table.</summary>
internal static class ChartFiles
{
    private const int Width = 720;
    private const int Margin = 20;
    private const int Head = 56;
    private const int Foot = 34;

    /// <summary>A chart alone, in the form its address names.</summary>
    public static IResult Answer(Chart chart, Visit visit, string fileName) => visit.State.Form switch
    {
        ChartForm.Svg => Svg(chart, visit.Words, (visit.State with { Form = ChartForm.Page }).Address),
        ChartForm.Csv => Csv(chart, $"{fileName.Replace('/', '_')}-{chart.Name}.csv"),
        _ => new EmbedResult(chart),
    };

    /// <summary>The drawing with its title, its note and where it is from.</summary>
    private static ContentHttpResult Svg(Chart chart, Words words, string address)
    {
        var height = chart.Height + Head + Foot;
        var source = $"{words.Charts.FromKpiGrid}: {address}";
        var frame = new Drawing().Text(0, 20, chart.Title, Paint.Strong).Text(0, 40, chart.Note, Paint.Label)
            .Raw($"<g transform=\"translate(0 {Head})\">{chart.Svg}</g>")
            .Text(0, height - 10, source, Paint.Label);
        var svg = string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height + Margin}" font-family="system-ui, sans-serif" font-variant-numeric="tabular-nums">
            <rect width="100%" height="100%" fill="#ffffff"/>
            <svg x="{Margin}" y="{Margin / 2}" width="{Width - 2 * Margin}" height="{height}" overflow="visible">{frame}</svg>
            </svg>
            """);
        return TypedResults.Text(svg, "image/svg+xml", Encoding.UTF8);
    }

    /// <summary>The table with numbers that a spreadsheet reads.</summary>
    private static FileContentHttpResult Csv(Chart chart, string fileName)
    {
        var text = new StringBuilder().AppendJoin(',', chart.Table.Columns.Select(title => CsvCell.Of(title))).Append("\r\n");
        foreach (var row in chart.Table.Rows) text.AppendJoin(',', row.Select(cell => CsvCell.Of(cell.Plain))).Append("\r\n");
        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", fileName);
    }
}
