using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A page elsewhere. One that measurements or next steps name by its address is an instrument: this gives it its
/// title and its kind.</summary>
[GenerateSerializer, Immutable, Alias("Link")]
public sealed record Link
{
    /// <summary>What it is.</summary>
    [Id(0)]
    public string Title { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The address, http or https.</summary>
    [Id(1)]
    public string Url { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>What kind of instrument it is; left out of the document where it is not said.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InstrumentKind? Kind { get; init; }
}
