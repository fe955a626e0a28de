using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>The figures of all rounds of one kind of fault, and which promises they break.</summary>
internal sealed class FaultReport(string fault)
{
    /// <summary>The head of the table that the rows stand in.</summary>
    public const string Head = """
        | fault | rounds | acks | lost | doubled | wrong nodes | longest ack gap, s | its median, s | heal, s | feed behind, s | other answers | backward | gaps in the feed | waiting / running |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>The <see cref="Contention"/> of seven processes and their clients on two cores that nobody else uses.</summary>
    private const double AtRest = 4;

    private static readonly string? figures = Environment.GetEnvironmentVariable("KPIGRID_FAULT_FIGURES");

    public string Fault => fault;
    public int Rounds { get; set; }
    public int Acks { get; set; }
    public int Lost { get; set; }
    public int Doubled { get; set; }

    /// <summary>Nodes that were not right in time, over all rounds.</summary>
    public int WrongNodes { get; set; }

    /// <summary>The longest that a pilot took nothing, in each round.</summary>
    public List<TimeSpan> Gaps { get; } = [];

    public TimeSpan LongestGap => Gaps.DefaultIfEmpty().Max();

    /// <summary>Those of the rounds in which pushing went on until every pilot took it again.</summary>
    public List<TimeSpan> WholeGaps { get; } = [];

    private TimeSpan MedianGap => WholeGaps.Order().ElementAtOrDefault(WholeGaps.Count / 2);

    /// <summary>The longest from the heal, with nobody writing, until every node was right.</summary>
    public TimeSpan Heal { get; set; }

    /// <summary>The longest from the heal until every watcher had been shown the truth.</summary>
    public TimeSpan FeedBehind { get; set; }

    /// <summary>Answers other than 2xx, 503 and 507.</summary>
    public int OtherAnswers { get; set; }

    public int Backward { get; set; }
    public int FeedGaps { get; set; }

    /// <summary>How long the servers waited for a processor per time that they had one, in the worst round.</summary>
    public double Contention { get; set; }

    /// <summary>The longest gap that is promised; none where the whole cluster is away.</summary>
    public TimeSpan? GapMax { get; init; }

    /// <summary>What was seen of broken promises, in words; the first few of each round.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>
    /// How much longer everything may take: a machine that others keep busy makes everybody wait, and that is no promise
    /// broken. Nothing is granted for what the cluster and its clients alone make each other wait, and never more than ten times.
    /// </summary>
    private double Patience => Math.Clamp(Contention / AtRest, 1, 10);

    /// <summary>The promises that these figures break.</summary>
    public IReadOnlyList<string> Broken =>
    [
        .. Promise(Lost == 0, $"{Lost} acknowledged measurements lost"),
        .. Promise(Doubled == 0, $"{Doubled} doubled"),
        .. Promise(WrongNodes == 0, $"{WrongNodes} nodes wrong when all should be healed"),
        .. Promise(Heal <= FaultRun.HealMax * Patience, $"healed in {Seconds(Heal)} s"),
        .. Promise(GapMax is null || LongestGap <= GapMax * Patience, $"{Seconds(LongestGap)} s without an acknowledgement"),
        .. Promise(FeedBehind <= FaultRun.FeedMax * Patience, $"watchers {Seconds(FeedBehind)} s behind"),
        .. Promise(OtherAnswers == 0, $"{OtherAnswers} answers that no client should see"),
        .. Promise(Backward == 0, $"{Backward} versions shown after newer ones"),
        .. Promise(FeedGaps == 0, $"{FeedGaps} silent gaps in the feed"),
    ];

    /// <summary>Fails with what was seen, where a promise is broken.</summary>
    public void Holds() =>
        Xunit.Assert.True(Broken.Count == 0, $"{string.Join("; ", Broken)}\n{string.Join('\n', Seen)}");

    /// <summary>Adds the row to the file that a long run gathers figures in, where there is one.</summary>
    public void Keep()
    {
        if (figures is not null) File.AppendAllLines(figures, [ToString()]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        | {Fault} | {Rounds} | {Acks} | {Lost} | {Doubled} | {WrongNodes} | {Seconds(LongestGap)} | {Seconds(MedianGap)} | {Seconds(Heal)} | {Seconds(FeedBehind)} | {OtherAnswers} | {Backward} | {FeedGaps} | {Contention:N1} |
        """);

    private static string[] Promise(bool isKept, string otherwise) => isKept ? [] : [otherwise];

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture);
}
