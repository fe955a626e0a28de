using System.Numerics;
using System.Text.Json;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>A pilot's records, read one after the other.</summary>
internal sealed class PilotBook
{
    private readonly Dictionary<(string Kpi, string Id), (Statement Now, bool Counts)> measurements = [];
    private readonly Dictionary<(string Kpi, DateOnly Day), List<Line>> known = [];
    private Shares? shares;

    /// <summary>How often each statement stands in the journal, and in which record first.</summary>
    public Dictionary<(string Kpi, string Id, int Revision), (int Times, long Sequence, Statement? Said)> Statements { get; } = [];

    public HashSet<string> Places { get; } = [];

    public void Take(long sequence, JsonElement body)
    {
        if (body.TryGetProperty("facts", out var facts))
        {
            shares = new(facts);
            foreach (var share in facts.GetProperty("shares").EnumerateArray())
                Places.Add(share.GetProperty("municipality").GetString()!);
            return;
        }
        var entries = body.GetProperty(body.TryGetProperty("revisions", out _) ? "revisions" : "measurements");
        foreach (var entry in entries.EnumerateArray()) Take(sequence, entry, body.GetProperty("kpis"));
    }

    /// <summary>What counts of a KPI, pilot and places: of a standing one on the last day, of others in the days.</summary>
    public IEnumerable<Line> Lines(string kpi, string kind, DateOnly first, DateOnly last) => kind is "stock" or "level" or "score"
        ? Once(kpi, last, () => Standing(kpi, kind, last))
        : Once(kpi, default, () => Accumulated(kpi)).Where(line => first <= line.Day && line.Day <= last);

    private List<Line> Once(string kpi, DateOnly day, Func<List<Line>> settle)
    {
        if (!known.TryGetValue((kpi, day), out var lines)) known.Add((kpi, day), lines = settle());
        return lines;
    }

    private void Take(long sequence, JsonElement entry, JsonElement kpis)
    {
        var key = (entry.GetProperty("kpi").GetString()!, entry.GetProperty("id").GetString()!);
        var revision = entry.TryGetProperty("revision", out var number) ? number.GetInt32() : 1;
        var kind = entry.TryGetProperty("kind", out var text) ? text.GetString() : "initial";
        var said = entry.TryGetProperty("period", out _) ? Statement.Read(entry, kpis) : null;
        var times = Statements.TryGetValue((key.Item1, key.Item2, revision), out var before) ? before.Times : 0;
        Statements[(key.Item1, key.Item2, revision)] = (times + 1, times == 0 ? sequence : before.Sequence, said);
        measurements[key] = (said ?? measurements[key].Now, kind != "withdrawal");
    }

    private IEnumerable<Statement> Counting(string kpi) => measurements.Values
        .Where(measurement => measurement.Counts && measurement.Now.Kpi == kpi && !measurement.Now.IsSilent)
        .Select(measurement => measurement.Now);

    private List<Line> Accumulated(string kpi)
    {
        var figures = Counting(kpi).Select(FigureOf)
            .GroupBy(figure => (figure.Owner, figure.Bucket, figure.First, figure.Last))
            .Select(same => same.Aggregate((left, right) => left with
            {
                A = left.A + right.A, B = left.B + right.B, N = left.N + right.N,
            }));
        return new WholeAndOwn(isScore: false, day => shares!.On(kpi, day)).Settle([.. figures]);
    }

    /// <summary>A standing value holds until its stream says otherwise, for who takes part on the day.</summary>
    private List<Line> Standing(string kpi, string kind, DateOnly day)
    {
        var on = shares?.On(kpi, day) ?? [];
        if (on.Count == 0) return [];
        var inForce = Counting(kpi).Where(statement => statement.Last <= day)
            .GroupBy(statement => (statement.Owner, Class: kind == "score" ? null : statement.Class))
            .Select(stream => stream.MaxBy(statement => statement.Last)!)
            .Where(statement => statement.Owner is null || on.ContainsKey(statement.Owner))
            .Select(statement => FigureOf(statement) with { First = day, Last = day });
        return new WholeAndOwn(kind == "score", _ => on).Settle([.. inForce]);
    }

    private static Figure FigureOf(Statement said) => new(
        said.Owner, new(said.Series, said.Class, said.Flag, said.Provisional), said.First, said.Last,
        said.Kind == "score" ? BigInteger.Pow(10, 9) : said.A, said.B, 1);
}
