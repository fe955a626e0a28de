using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Asks every node through every front end until all answer as the journal says. Pilots are asked last: a question wakes a
/// pilot, and until then nothing may have woken it.
/// </summary>
internal sealed class HealCheck(FaultCluster cluster, AckBook book)
{
    private const string Split = "&split=class";
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan answersWithin = TimeSpan.FromSeconds(5);

    private readonly List<FrontClient> askers =
        [.. cluster.Fronts.Select((_, turn) => new FrontClient(cluster.Http, cluster.Fronts, book, turn))];

    private JournalRows Rows => cluster.Rows;

    /// <summary>What the journal comes to.</summary>
    public Truth Truth { get; private set; } = new([]);

    /// <summary>How long after the heal everything was right.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Waits until all is right; what is still wrong at the end of the time is returned.</summary>
    public async Task<IReadOnlyList<string>> Heals(long since, TimeSpan within)
    {
        await Rows.ReadOn();
        Truth = new(Rows.Standing());
        var wrong = await Until(Truth.UpperNodes, since, within);
        if (wrong.Count == 0) wrong = await Until(Truth.PilotNodes, since, within);
        Took = Stopwatch.GetElapsedTime(since);
        return wrong;
    }

    private async Task<IReadOnlyList<string>> Until(IReadOnlyList<string> nodes, long since, TimeSpan within)
    {
        while (true)
        {
            var wrong = await Wrong(nodes);
            if (wrong.Count == 0 || Stopwatch.GetElapsedTime(since) > within) return wrong;
            await Task.Delay(pause);
            // A push that its sender gave up may be committed late.
            if (await Rows.ReadOn()) Truth = new(Rows.Standing());
        }
    }

    private async Task<IReadOnlyList<string>> Wrong(IEnumerable<string> nodes)
    {
        var asked = nodes.SelectMany(node => askers.Select(asker => Ask(asker, node)));
        return [.. (await Task.WhenAll(asked)).OfType<string>()];
    }

    private async Task<string?> Ask(FrontClient asker, string node)
    {
        using var deadline = new CancellationTokenSource(answersWithin);
        try
        {
            var answer = await asker.Try(HttpMethod.Get, $"/v1/{node}/totals?{World.Question}{Split}", null, deadline.Token);
            return answer is null ? $"{node} does not answer" : NodeAnswers.Fault(node, answer, Truth);
        }
        catch (OperationCanceledException)
        {
            return $"{node} does not answer in {answersWithin.TotalSeconds} s";
        }
    }
}
