namespace KpiGrid;

/// <summary>Which way is better.</summary>
[GenerateSerializer, Alias("Direction")]
public enum Direction : byte
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>More is better.</summary>
    Up = 1,

    /// <summary>Less is better.</summary>
    Down = 2,
}
