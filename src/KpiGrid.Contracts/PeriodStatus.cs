namespace KpiGrid;

/// <summary>Whether what is said of a period of a pilot may still change, and who has the say.</summary>
[GenerateSerializer, Alias("PeriodStatus")]
public enum PeriodStatus
{
    /// <summary>Measured and corrected as it comes.</summary>
    Open,

    /// <summary>Its lead has submitted it, and may recall it.</summary>
    Submitted,

    /// <summary>Approved: only a coordinator re-opens it.</summary>
    Approved,

    /// <summary>Closed by a coordinator.</summary>
    Closed,
}

/// <summary>The text forms of <see cref="PeriodStatus"/>.</summary>
public static class PeriodStatuses
{
    internal static readonly EnumText<PeriodStatus> Texts = new(status => status.ToString().ToLowerInvariant());

    /// <summary>The text form: open, submitted, approved, closed.</summary>
    public static string Text(this PeriodStatus status) => Texts.Of(status);
}
