using System.Threading.Channels;

namespace KpiGrid.Api.Live;

/// <summary>One stream's place in a view: holds the newest state it has not taken yet, and never an older one.</summary>
/// <param name="seen">The version the viewer saw before this stream; nothing lower is told.</param>
/// <param name="write">Writes the event of a state for a viewer who saw another before; as JSON where none is given.</param>
internal sealed class Viewer(NodeVersion seen, LiveWriter? write = null)
{
    private readonly LiveWriter write = write ?? ((now, before) => now.Since(before));

    private readonly Channel<LiveState> newest = Channel.CreateBounded<LiveState>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private LiveState? told;

    public void Offer(LiveState state) => newest.Writer.TryWrite(state);

    /// <summary>The next event, built on the one this viewer was told before; waits until there is one.</summary>
    public async Task<ReadOnlyMemory<byte>> Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await newest.Reader.ReadAsync(cancellationToken);
            if (seen.IsAfter(state.Version)) continue;
            var change = write(state, told);
            if (change.IsEmpty) continue;
            told = state;
            return change;
        }
    }
}

/// <summary>The event of a state for a viewer who saw another before, or none; empty when nothing is to be told.</summary>
internal delegate ReadOnlyMemory<byte> LiveWriter(LiveState now, LiveState? before);
