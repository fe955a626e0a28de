using System.Globalization;
using System.Text.Json;
using KpiGrid.Host.Verification;
using Spectre.Console;

namespace KpiGrid.Host.Commands;

/// <summary>Shows a verification: a bar while it runs on a terminal, then a table or one JSON document.</summary>
internal sealed class VerifyOutput(bool asJson, IAnsiConsole console, IAnsiConsole errors)
{
    private const int DifferencesShownMax = 200;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static VerifyOutput Of(bool asJson) => new(asJson, AnsiConsole.Console,
        AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }));

    public async Task<VerifyReport> Follow(Func<Action<string, int, int>, Task<VerifyReport>> work)
    {
        if (!errors.Profile.Out.IsTerminal) return await work((_, _, _) => { });
        return await errors.Progress().AutoClear(true).StartAsync(bars =>
        {
            var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            return work((step, done, all) =>
            {
                if (!tasks.TryGetValue(step, out var task)) tasks.Add(step, task = bars.AddTask(step));
                task.MaxValue = all;
                task.Value = done;
            });
        });
    }

    public void Say(string text) => errors.WriteLine(text);

    public void Write(VerifyReport report)
    {
        if (asJson)
        {
            console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(report, Json));
            return;
        }
        console.Write(Summary(report));
        foreach (var fault in report.Faults)
            console.WriteLine($"{fault.Stream} record {fault.Sequence}: {fault.What}");
        if (report.Differences.Count > 0) console.Write(Differences(report.Differences));
    }

    private static Table Summary(VerifyReport report)
    {
        var table = new Table().AddColumns("what", "found");
        table.Columns[1].RightAligned();
        (string What, string Found)[] rows =
        [
            ("streams", Number(report.Streams)),
            ("records", Number(report.Records)),
            ("chains ok", Number(report.Streams - report.Faults.Count)),
            ("nodes", Number(report.Nodes)),
            ("questions", Number(report.Questions)),
            ("differences", Number(report.Differences.Count)),
            ("seconds", report.Seconds.ToString("N1", CultureInfo.InvariantCulture)),
        ];
        foreach (var (what, found) in rows) table.AddRow(what, found);
        return table;
    }

    private static Table Differences(IReadOnlyList<Difference> differences)
    {
        var table = new Table().AddColumns("node", "KPI", "period", "class", "field", "expected", "found");
        foreach (var each in differences.Take(DifferencesShownMax))
        {
            string[] cells = [each.Node, each.Kpi, each.Period, each.Class ?? "", each.Field, each.Expected, each.Found];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        if (differences.Count > DifferencesShownMax)
            table.Caption($"{differences.Count - DifferencesShownMax} more: ask for --json");
        return table;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
