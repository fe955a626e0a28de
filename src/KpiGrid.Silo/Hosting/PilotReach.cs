namespace KpiGrid.Silo.Hosting;

/// <summary>How far an active pilot has come, and how far storage showed that it should. Anybody may ask.</summary>
internal sealed class PilotReach
{
    private long reached;
    private long shown;

    /// <summary>Whether storage has shown a record that this activation has not taken in: another one wrote it.</summary>
    public bool IsBehind => Interlocked.Read(ref shown) > Interlocked.Read(ref reached);

    public void Reached(long sequence) => Interlocked.Exchange(ref reached, sequence);

    public void Shown(long sequence) => Interlocked.Exchange(ref shown, sequence);
}
