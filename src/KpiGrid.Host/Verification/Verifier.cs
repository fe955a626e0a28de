using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>Verifies a server against its journal: every chain, every node, every KPI.</summary>
internal sealed class Verifier(IJournal journal, HttpClient server, TimeProvider time)
{
    public async Task<VerifyReport> Run(Action<string, int, int> progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var model = new JournalModel(journal);
        await model.ReadOn((done, all) => progress("reading the journal", done, all), cancellationToken);
        var check = new NodeCheck(model, server, time, NodeCheck.Pauses);
        var nodes = check.Nodes();
        var differences = new List<Difference>();
        foreach (var (index, node) in nodes.Index())
        {
            differences.AddRange(await check.Check(node, cancellationToken));
            progress("asking every node", index + 1, nodes.Count);
        }
        return new(model.Streams, model.Records, [.. model.Faults.OrderBy(fault => fault.Stream, StringComparer.Ordinal)],
            nodes.Count, check.Questions, differences, time.GetElapsedTime(started).TotalSeconds);
    }
}
