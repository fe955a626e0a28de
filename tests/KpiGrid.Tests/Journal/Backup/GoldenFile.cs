using System.Runtime.CompilerServices;
using KpiGrid.Host.Http;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>What is expected of a golden journal: every head with its hash, and what every node comes to.</summary>
internal static class GoldenFile
{
    private const string Expectation = "-samples.txt";
    private static readonly string[] fields = ["value", "n", "a", "b"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Where they lie beside the tests.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Journal", "Backup", "Golden");

    /// <summary>The journals, by name.</summary>
    public static IEnumerable<string> Journals => Names.Where(name => !name.EndsWith(".txt", StringComparison.Ordinal));

    /// <summary>The releases that left any.</summary>
    public static IEnumerable<string> Releases => Names.Where(name => name.EndsWith(Expectation, StringComparison.Ordinal))
        .Select(name => name[..^Expectation.Length]);

    private static IEnumerable<string> Names =>
        new DirectoryInfo(Folder).EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>Where they lie in the checkout.</summary>
    public static string Source(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);

    /// <summary>The expectation beside a journal: <c>head stream sequence hash</c>, <c>total path answer</c>.</summary>
    public static async Task<(List<string> Heads, List<(string Path, string Total)> Totals)> Expected(string name)
    {
        var file = name[..name.IndexOf("-samples", StringComparison.Ordinal)] + Expectation;
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, file), Cancelled);
        return ([.. lines.Where(line => line.StartsWith("head ", StringComparison.Ordinal))],
            [.. lines.Where(line => line.StartsWith("total ", StringComparison.Ordinal)).Select(line => line.Split(' ', 3))
                .Select(parts => (parts[1], parts[2]))]);
    }

    public static async Task<List<string>> HeadsOf(string journal)
    {
        await using var store = SqliteJournal.OpenForReading(journal);
        var lines = new List<string>();
        foreach (var head in await store.Heads("", Cancelled))
        {
            await store.Chain(head.Stream);
            lines.Add($"head {head.Stream} {head.Sequence} {Convert.ToHexStringLower(head.Hash)}");
        }
        return lines;
    }

    public static async Task<List<string>> TotalsOf(string journal, PatientHttp http)
    {
        await using var store = SqliteJournal.OpenForReading(journal);
        var model = new JournalModel(store);
        await model.ReadOn(null, Cancelled);
        var recomputation = new Recomputation(model);
        var lines = new List<string>();
        foreach (var node in recomputation.Nodes())
            foreach (var kpi in recomputation.Kpis(node))
                if (recomputation.Span(node, kpi) is { } span)
                    foreach (var question in Question.Of(node, kpi, span).Where(question => !question.ByMonth))
                        lines.Add($"total /{question} {await Total(http, $"/{question}")}");
        return lines;
    }

    /// <summary>What a node comes to, and each class of it.</summary>
    public static async Task<string> Total(PatientHttp http, string path)
    {
        var answer = (await http.Get(path, Cancelled)).Json();
        var split = answer.Items("split").Select(line => $"{line.Text("key")} {Sums(line)}");
        return string.Join("; ", split.Prepend(Sums(answer)));
    }

    private static string Sums(System.Text.Json.JsonElement answer) => string.Join(", ", answer.Items("periods").Select(
        period => string.Join(' ', fields.Select(field => period.GetProperty(field).GetRawText()))));
}
