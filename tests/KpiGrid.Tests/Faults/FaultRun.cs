using System.Diagnostics;
using System.Globalization;
using KpiGrid.Tests.Processes.Faults;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Rounds of one kind of fault in a cluster that is pushed to and watched; after each, everything is held against the
/// journal.
/// </summary>
internal sealed class FaultRun(FaultCluster cluster, Fault fault, Action<string> tell)
{
    public static readonly TimeSpan HealMax = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan FeedMax = TimeSpan.FromSeconds(5);

    /// <summary>What is not right by then never will be.</summary>
    private static readonly TimeSpan givenUpAfter = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan before = TimeSpan.FromSeconds(LongForm.Number("KPIGRID_FAULT_BEFORE", 1));
    private static readonly TimeSpan stopsAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan backWithin = TimeSpan.FromMinutes(2);

    /// <summary>How many watch.</summary>
    public int Viewers { get; init; } = 6;

    /// <summary>How long a client waits between two pushes.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(LongForm.Number("KPIGRID_FAULT_PAUSE", 100));

    private readonly AckBook book = new(fault.Away);
    private readonly FaultReport report = new(fault.Name) { GapMax = fault.GapMax };

    /// <summary>Answers of 503 and 507.</summary>
    public int Refused => book.Refused;

    /// <summary>Runs rounds, as far as the time lasts; in every second one nobody pushes any more when the fault ends.</summary>
    public async Task<FaultReport> Rounds(int rounds, bool startSilent = false)
    {
        using var load = new Load(cluster.Http, cluster.Fronts, book, $"{Guid.NewGuid():N}"[..8], Pause);
        await using var watching = new Watching(cluster, book, Viewers);
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0 && Stopwatch.GetElapsedTime(began) > Plan.Within) break;
            await cluster.Stands();
            var contention = new Contention(() => cluster.Processes);
            load.Begin();
            Note(await load.IsBack(backWithin), "a pilot was never acknowledged before the fault");
            await Task.Delay(before);
            book.Begin(); // what its start costs is no gap
            var isSilent = fault.IsSilentWhole || round % 2 == (startSilent ? 0 : 1);
            await (isSilent ? Silent(load, watching, round) : Through(load, watching, round));
            var waited = contention.Ratio;
            report.Contention = Math.Max(report.Contention, waited);
            report.Rounds++;
            tell(string.Create(CultureInfo.InvariantCulture, $"{report} round {round}: gap {book.LongestGap.TotalSeconds:0.0} s, waited {waited:0.0}, {book.Refused} refused, {book.Broken} broken"));
            if (report.Broken.Count > 0) break;
        }
        report.Keep();
        return report;
    }

    /// <summary>Clients push through the fault and after it, until every pilot takes pushes again.</summary>
    private async Task Through(Load load, Watching watching, int round)
    {
        await fault.Begin(cluster, round);
        await Task.Delay(fault.Lasts);
        await fault.End(cluster);
        var isBack = await load.IsBack(backWithin);
        var unanswered = await load.Stop();
        var healed = Stopwatch.GetTimestamp();
        report.WholeGaps.Add(book.LongestGap);
        Note(isBack, $"a pilot took nothing for {backWithin.TotalSeconds} s after the end");
        await Judge(unanswered, watching, healed);
    }

    /// <summary>Clients give up in the fault, so that nothing but the cluster itself can bring up what is missing.</summary>
    private async Task Silent(Load load, Watching watching, int round)
    {
        await fault.Begin(cluster, round);
        await Task.Delay(fault.Lasts < stopsAfter ? fault.Lasts : stopsAfter);
        var unanswered = await load.Stop();
        if (fault.Lasts > stopsAfter) await Task.Delay(fault.Lasts - stopsAfter);
        await fault.End(cluster);
        await Judge(unanswered, watching, Stopwatch.GetTimestamp());
    }

    private async Task Judge(Load.Unanswered unanswered, Watching watching, long healed)
    {
        var check = new HealCheck(cluster, book);
        var wrong = await check.Heals(healed, givenUpAfter);
        report.Heal = Longer(report.Heal, check.Took);
        report.WrongNodes += wrong.Count;
        report.Seen.AddRange(wrong.Take(3));
        var behind = await watching.Reaches(check.Truth, healed, givenUpAfter);
        report.FeedBehind = Longer(report.FeedBehind, behind);
        report.Seen.AddRange(watching.Differ(check.Truth).Take(3));
        await unanswered.Settle();
        await cluster.Rows.ReadOn();
        report.Acks = book.Acks;
        report.Lost = book.Acknowledged.Count(revision => !cluster.Rows.Has(revision));
        report.Doubled = cluster.Rows.Doubled;
        report.Gaps.Add(book.LongestGap);
        (report.OtherAnswers, report.Backward, report.FeedGaps) = (book.Unexpected.Count, watching.Backward, watching.Gaps);
        report.Seen.AddRange(book.Unexpected.Take(3).Concat(watching.Faults.Take(3)));
    }

    private void Note(bool isRight, string otherwise)
    {
        if (isRight) return;
        report.WrongNodes++;
        report.Seen.Add(otherwise);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
