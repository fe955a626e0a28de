using System.Globalization;
using System.Text;

namespace KpiGrid.Tests.Simulation;

/// <summary>What happened in a seed, in order; written only where somebody will read it.</summary>
internal sealed class Story(Turns turns, bool isTold)
{
    private readonly StringBuilder text = new();

    public bool IsTold => isTold;

    public void Tell(FormattableString what)
    {
        if (!isTold) return;
        text.Append(CultureInfo.InvariantCulture, $"{turns.Now.TotalMilliseconds,10:F3}  ");
        text.AppendLine(what.ToString(CultureInfo.InvariantCulture));
    }

    public override string ToString() => text.ToString();
}
