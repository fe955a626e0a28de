namespace KpiGrid;

/// <summary>One text in the three languages of the networks; each is empty when it is not given.</summary>
[GenerateSerializer, Immutable, Alias("Trilingual")]
public sealed record Trilingual
{
    /// <summary>English.</summary>
    [Id(0)]
    public string En { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>Danish.</summary>
    [Id(1)]
    public string Da { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>Dutch.</summary>
    [Id(2)]
    public string Nl { get; init => field = PlainText.Nfc(value); } = "";
}
