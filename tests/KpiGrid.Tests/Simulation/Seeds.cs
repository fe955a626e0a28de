using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace KpiGrid.Tests.Simulation;

/// <summary>Runs many seeds on threads of their own, until some have failed.</summary>
internal sealed class Seeds(ulong first, long count, Teeth teeth)
{
    private const int FailuresMax = 3;

    private readonly ConcurrentQueue<string> failures = new();
    private readonly long began = Stopwatch.GetTimestamp();
    private long taken;
    private long done;
    private long compared;

    /// <summary>Seeds that failed, each with what was wrong.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    public long Done => Interlocked.Read(ref done);

    public double PerSecond => Done / Stopwatch.GetElapsedTime(began).TotalSeconds;

    /// <summary>Runs them all; tells now and then how far it is.</summary>
    public void Run(Action<Seeds>? progress)
    {
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
            while (!thread.Join(TimeSpan.FromSeconds(5))) progress?.Invoke(this);
        progress?.Invoke(this);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Done} of {count} random histories, {PerSecond:F0} a second; {Interlocked.Read(ref compared)} sums compared, "
        + $"differences in {failures.Count}");

    private void Work()
    {
        while (failures.Count < FailuresMax)
        {
            var next = Interlocked.Increment(ref taken) - 1;
            if (next >= count) return;
            Try(first + (ulong)next);
            Interlocked.Increment(ref done);
        }
    }

    private void Try(ulong number)
    {
        try
        {
            var seed = new Seed(number, teeth);
            var broken = seed.Run();
            Interlocked.Add(ref compared, seed.Compared);
            if (broken.Count > 0) Fail($"seed {number}: {string.Join("\n  ", broken.Take(10))}");
        }
        catch (Exception failure)
        {
            Fail($"seed {number}: {failure}");
        }
    }

    private void Fail(string told)
    {
        failures.Enqueue(told);
        if (teeth == new Teeth()) Console.WriteLine(told); // a long run may be ended before it could tell
    }
}
