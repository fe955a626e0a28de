namespace KpiGrid;

/// <summary>Where a KPI stands in an outside framework, such as Level(s) 2.2.</summary>
[GenerateSerializer, Immutable, Alias("FrameworkMapping")]
public sealed record FrameworkMapping
{
    /// <summary>The framework, such as <c>Level(s)</c>.</summary>
    [Id(0)]
    public string Framework { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The indicator's code there; empty when the framework has none.</summary>
    [Id(1)]
    public string Code { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>A remark, such as what differs.</summary>
    [Id(2)]
    public string? Note { get; init => field = PlainText.NfcOrNull(value); }
}
