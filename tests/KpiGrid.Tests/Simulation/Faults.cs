namespace KpiGrid.Tests.Simulation;

/// <summary>What goes wrong and how often, in percent. Each seed has its own mixture, so that some faults come alone.</summary>
internal sealed class Faults
{
    private readonly Chance chance;

    public Faults(Chance chance)
    {
        this.chance = chance;
        Lost = Often(5, 20);
        Doubled = Often(10, 30);
        Late = Often(10, 40);
        AppendFails = Often(5, 25);
        AppendHangs = Often(3, 10);
        ReadFails = Often(2, 8);
        Stale = Often(20, 60);
        Upheaval = Often(10, 30);
        WrongClock = Often(20, 50);
    }

    /// <summary>Messages between processes that never arrive.</summary>
    public int Lost { get; private set; }

    /// <summary>Messages that arrive twice.</summary>
    public int Doubled { get; private set; }

    /// <summary>Messages that take long.</summary>
    public int Late { get; private set; }

    /// <summary>Appends that throw, before or after they are stored.</summary>
    public int AppendFails { get; private set; }

    /// <summary>Appends that are stored, or answered, only when nobody waits any more.</summary>
    public int AppendHangs { get; private set; }

    /// <summary>Reads of the journal that throw.</summary>
    public int ReadFails { get; private set; }

    /// <summary>Snapshots that are old, ahead of the journal or of another history.</summary>
    public int Stale { get; private set; }

    /// <summary>Steps at which an activation or a silo is lost, moved or doubled.</summary>
    public int Upheaval { get; private set; }

    /// <summary>Steps at which a silo's clock is set wrong.</summary>
    public int WrongClock { get; private set; }

    public bool Happens(int percent) => chance.Percent(percent);

    /// <summary>From now on nothing goes wrong.</summary>
    public void End() => Lost = Doubled = Late = AppendFails = AppendHangs = ReadFails = Stale = Upheaval = WrongClock = 0;

    private int Often(int sometimes, int often) => chance.Of(0, sometimes, often);
}
