namespace KpiGrid.Web.Charts;

/// <summary>From amounts to a place between a foot and a top; begins at zero, unless there is less.</summary>
internal sealed class Axis
{
    private const int StepsWanted = 4;
    private readonly decimal low;
    private readonly decimal high;

    public Axis(IEnumerable<Amount> amounts)
    {
        // A quotient of hundreds of digits would not be drawn apart from one of a few: pixels need no more.
        var values = amounts.Select(amount => amount.ToDecimal()).DefaultIfEmpty(0).ToList();
        var (least, most) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        Step = NiceStep((most - least) / StepsWanted);
        low = Math.Floor(least / Step) * Step;
        high = Math.Max(Math.Ceiling(most / Step) * Step, low + Step);
    }

    /// <summary>The distance of the lines.</summary>
    public decimal Step { get; }

    /// <summary>The amounts that get a line, from below.</summary>
    public IEnumerable<Amount> Lines()
    {
        for (var at = low; at <= high; at += Step) yield return Amount.Of(at);
    }

    /// <summary>How high an amount stands, from 0 to 1.</summary>
    public double Height(Amount amount) => (double)((amount.ToDecimal() - low) / (high - low));

    /// <summary>One, two or five of a power of ten.</summary>
    private static decimal NiceStep(decimal about)
    {
        if (about <= 0) return 1;
        var power = 1m;
        while (power * 10 <= about) power *= 10;
        while (power > about && power > 0.000_000_001m) power /= 10;
        foreach (var times in (decimal[])[1, 2, 5])
            if (power * times >= about) return power * times;
        return power * 10;
    }
}
