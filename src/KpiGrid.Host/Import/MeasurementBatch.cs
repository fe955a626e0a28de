using System.Buffers;
using System.Text.Json;

namespace KpiGrid.Host.Import;

/// <summary>Rows of one pilot as the body of one request, with the line of each for what is refused.</summary>
internal sealed class MeasurementBatch : IDisposable
{
    public const int RowsMax = 10_000;
    public const int BytesMax = (1 << 20) - (1 << 14);

    private readonly ArrayBufferWriter<byte> bytes = new(1 << 14);
    private readonly Utf8JsonWriter json;
    private readonly List<long> lines = [];
    private readonly List<int> ends = [];

    public MeasurementBatch() => json = new(bytes);

    public string Pilot { get; private set; } = "";

    public int Rows => lines.Count;

    public long Size => json.BytesCommitted + json.BytesPending;

    public bool IsFull => Rows >= RowsMax || Size >= BytesMax;

    public void Begin(string pilot)
    {
        bytes.ResetWrittenCount();
        json.Reset();
        lines.Clear();
        ends.Clear();
        Pilot = pilot;
        json.WriteStartArray();
    }

    public void Add(in ImportRow row)
    {
        lines.Add(row.Line);
        json.WriteStartObject();
        json.WriteString("id"u8, row.Id);
        json.WriteString("kpi"u8, row.Kpi);
        if (row.Class is { } @class) json.WriteString("class"u8, @class);
        if (row.Municipality is { } municipality) json.WriteString("municipality"u8, municipality);
        json.WriteString("period"u8, row.Period);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(row.Value.ToString(), skipInputValidation: true);
        if (row.Unit is { } unit) json.WriteString("unit"u8, unit);
        if (row.Flag is { } flag) json.WriteString("flag"u8, flag);
        if (row.Note is { } note) json.WriteString("note"u8, note);
        json.WriteEndObject();
        ends.Add((int)Size);
    }

    public ReadOnlyMemory<byte> End()
    {
        json.WriteEndArray();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Fills this batch with the rows of another that were not refused.</summary>
    public void Keep(MeasurementBatch whole, IReadOnlySet<int> refused)
    {
        Begin(whole.Pilot);
        for (var i = 0; i < whole.Rows; i++)
        {
            if (refused.Contains(i)) continue;
            lines.Add(whole.lines[i]);
            json.WriteRawValue(whole.RowAt(i), skipInputValidation: true);
            ends.Add((int)Size);
        }
    }

    public long LineOf(int index) => index >= 0 && index < lines.Count ? lines[index] : 0;

    // Behind the bracket for the first row, behind the comma for the others.
    private ReadOnlySpan<byte> RowAt(int index)
    {
        var start = (index == 0 ? 0 : ends[index - 1]) + 1;
        return bytes.WrittenSpan[start..ends[index]];
    }

    public void Dispose() => json.Dispose();
}
