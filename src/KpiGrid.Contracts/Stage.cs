namespace KpiGrid;

/// <summary>A step of a pilot.</summary>
[GenerateSerializer, Immutable, Alias("Stage")]
public sealed record Stage
{
    /// <summary>The name, such as <c>W1</c>.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The day.</summary>
    [Id(1)]
    public DateOnly On { get; init; }
}
