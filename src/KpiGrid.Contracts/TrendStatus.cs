namespace KpiGrid;

/// <summary>How a KPI stands to its target, in one word.</summary>
public enum TrendStatus : byte
{
    /// <summary>Nothing is wanted yet, or nothing was to be measured yet.</summary>
    NotDue = 0,

    /// <summary>There is no value.</summary>
    NoValue = 1,

    /// <summary>What is wanted is there.</summary>
    Reached = 2,

    /// <summary>As far as wanted, or nearly.</summary>
    OnTrack = 3,

    /// <summary>Less far than wanted.</summary>
    Behind = 4,

    /// <summary>Hardly begun.</summary>
    FarBehind = 5,

    /// <summary>Further from it than at the start.</summary>
    Away = 6,
}

/// <summary>The text forms of <see cref="TrendStatus"/>.</summary>
public static class TrendStatuses
{
    internal static readonly EnumText<TrendStatus> Texts = new(status => status switch
    {
        TrendStatus.NotDue => "not-due",
        TrendStatus.NoValue => "no-value",
        TrendStatus.OnTrack => "on-track",
        TrendStatus.FarBehind => "far-behind",
        _ => status.ToString().ToLowerInvariant(),
    });

    /// <summary>The text form: not-due, no-value, reached, on-track, behind, far-behind, away.</summary>
    public static string Text(this TrendStatus status) => Texts.Of(status);
}
