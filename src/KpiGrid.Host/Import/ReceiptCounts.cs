using System.Text.Json;

namespace KpiGrid.Host.Import;

/// <summary>Counts from an answer to a push, without building its receipts.</summary>
internal static class ReceiptCounts
{
    public static (long Recorded, long Repeated) Read(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        long recorded = 0, repeated = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRecorded = reader.ValueTextEquals("recorded"u8);
            var isRepeated = reader.ValueTextEquals("repeated"u8);
            reader.Read();
            if (isRecorded) recorded = reader.GetInt64();
            else if (isRepeated) repeated = reader.GetInt64();
            else reader.Skip();
        }
        return (recorded, repeated);
    }
}
