using System.Net;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Verification;

/// <summary>Asks a server for a node's totals and holds every answer against the journal.</summary>
/// <remarks>
/// A server that is written to while it is asked may be ahead of what was read of the journal, or for a moment behind
/// it. So a difference is asked again, over the journal's newer records, and counts once neither moves any more.
/// </remarks>
internal sealed class NodeCheck(
    JournalModel journal, PatientHttp server, TimeProvider time, IReadOnlyList<TimeSpan> pauses)
{
    /// <summary>The pauses before a question that differed is asked again; a node settles within them.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [.. new[] { 100, 250, 500, 1_000, 2_000, 4_000 }.Select(each => TimeSpan.FromMilliseconds(each))];

    private const int QuietAnswers = 4;
    private Recomputation recomputation = new(journal);

    /// <summary>The questions answered.</summary>
    public int Questions { get; private set; }

    /// <summary>Every node there is.</summary>
    public IReadOnlyList<Node> Nodes() => [.. recomputation.Nodes()];

    /// <summary>What differs at a node.</summary>
    public async Task<IReadOnlyList<Difference>> Check(Node node, CancellationToken cancellationToken)
    {
        var differences = new List<Difference>();
        foreach (var kpi in recomputation.Kpis(node))
        {
            if (recomputation.Span(node, kpi) is not { } span) continue;
            foreach (var question in Question.Of(node, kpi, span))
            {
                differences.AddRange(await Ask(question, cancellationToken));
                Questions++;
            }
        }
        return differences;
    }

    private async Task<IReadOnlyList<Difference>> Ask(Question question, CancellationToken cancellationToken)
    {
        var (version, quiet) = ("", 0);
        foreach (var pause in pauses)
        {
            var (answer, differences) = await AskOnce(question, cancellationToken);
            if (differences.Count == 0) return [];
            var moved = await journal.ReadOn(null, cancellationToken);
            if (moved) recomputation = new(journal);
            quiet = moved || answer != version ? 1 : quiet + 1;
            version = answer;
            if (quiet == QuietAnswers) return differences;
            await Task.Delay(pause, time, cancellationToken);
        }
        return (await AskOnce(question, cancellationToken)).Differences;
    }

    private async Task<(string Version, IReadOnlyList<Difference> Differences)> AskOnce(
        Question question, CancellationToken cancellationToken)
    {
        var given = await server.Get($"/{question}", cancellationToken);
        if (given.Status != HttpStatusCode.OK) return ("", [Refused(question, $"{(int)given.Status}")]);
        var answer = JsonDocuments.Parse(given.Body);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return (answer.Text("version") ?? "", new Comparison(recomputation, today).Of(question, answer));
    }

    private static Difference Refused(Question question, string status) => new(
        question.Node.ToString(), question.Kpi.Code, $"{question.From:yyyy-MM-dd}/{question.To:yyyy-MM-dd}", null,
        "answer", "200", status);
}
