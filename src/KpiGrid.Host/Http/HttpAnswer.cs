using System.Net;
using System.Text.Json;

namespace KpiGrid.Host.Http;

/// <summary>What a server answered.</summary>
internal sealed record HttpAnswer(HttpStatusCode Status, byte[] Body)
{
    /// <summary>Of a push that was taken: how many receipts of each status.</summary>
    public ReceiptCounts Receipts { get; init; } = new(0, 0);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public JsonElement Json() => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>The refusal in words, from a problem document where there is one.</summary>
    public string Refusal()
    {
        var refusal = Refusals.Read(Body);
        var lines = refusal.Errors.Select(error => $"  {error}").Prepend($"{(int)Status}: {refusal.Title}");
        return string.Join(Environment.NewLine, lines);
    }
}

/// <summary>How many measurements were recorded, and how many were there already.</summary>
internal sealed record ReceiptCounts(int Recorded, int Repeated);
