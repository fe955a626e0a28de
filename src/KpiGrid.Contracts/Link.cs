namespace KpiGrid;

/// <summary>A page elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("Link")]
public sealed record Link
{
    /// <summary>What it is.</summary>
    [Id(0)]
    public string Title { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The address, http or https.</summary>
    [Id(1)]
    public string Url { get; init => field = PlainText.Nfc(value); } = "";
}
