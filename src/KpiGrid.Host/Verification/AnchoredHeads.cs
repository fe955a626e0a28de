using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>What anchors say of streams: at which sequence each stood, with which hash.</summary>
internal sealed class AnchoredHeads
{
    private static readonly IReadOnlyDictionary<long, AnchoredHead> none = new Dictionary<long, AnchoredHead>();

    private readonly Dictionary<string, Dictionary<long, AnchoredHead>> streams = new(StringComparer.Ordinal);

    public void Add(JournalHead head, string witness)
    {
        if (!streams.TryGetValue(head.Stream, out var anchored)) streams.Add(head.Stream, anchored = []);
        anchored.TryAdd(head.Sequence, new(head.Hash, witness));
    }

    /// <summary>What is said of a stream, which has then been seen.</summary>
    public IReadOnlyDictionary<long, AnchoredHead> Take(string stream) =>
        streams.Remove(stream, out var anchored) ? anchored : none;

    /// <summary>The streams that nobody took, each as the newest anchor knows it.</summary>
    public IEnumerable<(string Stream, long Sequence, string Witness)> Unseen() => streams.Select(pair =>
    {
        var (sequence, anchor) = pair.Value.MaxBy(each => each.Key);
        return (pair.Key, sequence, anchor.Witness);
    });
}

/// <summary>What an anchor says of one record.</summary>
internal sealed record AnchoredHead(byte[] Hash, string Witness);
