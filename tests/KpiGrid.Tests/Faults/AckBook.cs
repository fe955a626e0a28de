using System.Collections.Concurrent;
using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>What was acknowledged and when; and every answer that no client should ever see.</summary>
/// <param name="away">A pilot of which no gap is counted.</param>
internal sealed class AckBook(string? away = null)
{
    private readonly ConcurrentDictionary<Revision, bool> acknowledged = new();
    private readonly ConcurrentDictionary<string, long> last = new();
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly List<string> counted = [.. World.Pilots.Where(pilot => pilot != away)];
    private readonly Lock gaps = new();
    private TimeSpan longestGap;
    private int answered;
    private int measurements;
    private int refused;
    private int broken;

    public IEnumerable<Revision> Acknowledged => acknowledged.Keys;

    public int Acks => answered;

    public int Measurements => measurements;

    /// <summary>Answers of 503 and 507, which told when to come again.</summary>
    public int Refused => refused;

    /// <summary>Connections that broke or gave no answer in time.</summary>
    public int Broken => broken;

    public IReadOnlyCollection<string> Unexpected => unexpected;

    /// <summary>The longest that one pilot, being pushed to, went without an acknowledgement since <see cref="Begin"/>.</summary>
    public TimeSpan LongestGap
    {
        get { lock (gaps) return longestGap; }
    }

    /// <summary>Pushing begins: gaps are counted from now.</summary>
    public void Begin()
    {
        lock (gaps) longestGap = TimeSpan.Zero;
        foreach (var pilot in counted) last[pilot] = Stopwatch.GetTimestamp();
    }

    public void Acknowledge(PushRequest push)
    {
        foreach (var revision in push.Revisions) acknowledged.TryAdd(revision, true);
        Interlocked.Increment(ref answered);
        Interlocked.Add(ref measurements, push.Revisions.Count);
    }

    /// <summary>A pilot was acknowledged in the run of pushing.</summary>
    public void Mark(string pilot)
    {
        if (pilot == away) return;
        var now = Stopwatch.GetTimestamp();
        Note(Stopwatch.GetElapsedTime(last.GetValueOrDefault(pilot, now), now));
        last[pilot] = now;
    }

    /// <summary>Pushing ends: a pilot that was never acknowledged again has a gap too.</summary>
    public void End()
    {
        foreach (var since in last.Values) Note(Stopwatch.GetElapsedTime(since));
        last.Clear();
    }

    /// <summary>Whether every pilot has been acknowledged since an instant.</summary>
    public bool IsEveryPilotBack(long since) => counted.All(pilot => last.GetValueOrDefault(pilot) > since);

    public void Refuse() => Interlocked.Increment(ref refused);

    public void Break() => Interlocked.Increment(ref broken);

    public void Wonder(string answer) => unexpected.Enqueue(answer);

    private void Note(TimeSpan gap)
    {
        lock (gaps) longestGap = gap > longestGap ? gap : longestGap;
    }
}
