using KpiGrid.Host.Http;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>Verifies a server against its journal: every chain, every node, every KPI.</summary>
internal sealed class Verifier(IJournal journal, PatientHttp server, TimeProvider time, IReadOnlyList<TimeSpan> pauses)
{
    public async Task<VerifyReport> Run(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var model = new JournalModel(journal);
        await model.ReadOn((done, all) => tell("streams read", done, all), cancellationToken);
        var check = new NodeCheck(model, server, time, pauses);
        var nodes = check.Nodes();
        var differences = new List<Difference>();
        foreach (var (index, node) in nodes.Index())
        {
            differences.AddRange(await check.Check(node, cancellationToken));
            tell("nodes asked", index + 1, nodes.Count);
        }
        var faults = model.Faults.OrderBy(fault => fault.Stream, StringComparer.Ordinal);
        return new(model.Streams, model.Records, [.. faults],
            nodes.Count, check.Questions, differences, time.GetElapsedTime(started).TotalSeconds);
    }
}
