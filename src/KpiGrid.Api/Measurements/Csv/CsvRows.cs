using System.Text;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements.Csv;

/// <summary>Parts the bytes of a table into rows and cells (RFC 4180), and knows the line of each row.</summary>
/// <remarks>Strict where a slip would shift cells: a quote that is not closed, or text after a closing quote.</remarks>
internal ref struct CsvRows(ReadOnlySpan<byte> table, byte separator)
{
    private readonly ReadOnlySpan<byte> table = table;
    private readonly byte separator = separator;
    private readonly List<(int Start, int Length, bool IsDoubled)> cells = [];
    private int at;
    private long next = 1;

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The cells of the row, those beyond the number that is kept included.</summary>
    public int Count { get; private set; }

    /// <summary>Why reading stopped before the end.</summary>
    public ErrorItem? Broken { get; private set; }

    /// <summary>Reads the next row that is no empty line; false at the end, or when the table is broken.</summary>
    /// <param name="kept">So many cells are kept; the others are counted.</param>
    public bool Next(int kept)
    {
        while (IsEmptyLine()) { }
        if (at >= table.Length) return false;
        (Line, Count) = (next, 0);
        cells.Clear();
        do
        {
            var cell = table[at..].StartsWith("\""u8) ? Quoted() : Plain();
            if (Broken is not null) return false;
            if (Count++ < kept) cells.Add(cell);
        }
        while (IsSeparated());
        return Broken is null;
    }

    /// <summary>The text of a cell that is kept.</summary>
    public readonly string Text(int index)
    {
        var (start, length, isDoubled) = cells[index];
        var text = Encoding.UTF8.GetString(table.Slice(start, length));
        return isDoubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private bool IsEmptyLine()
    {
        var length = LineEnd();
        at += length;
        if (length > 0) next++;
        return length > 0;
    }

    /// <summary>The length of the line end that stands here; 0 when none does.</summary>
    private readonly int LineEnd() =>
        table[at..].StartsWith("\r\n"u8) ? 2 : table[at..].StartsWith("\n"u8) ? 1 : 0;

    private (int, int, bool) Plain()
    {
        var start = at;
        var length = table[at..].IndexOfAny(separator, (byte)'\n');
        if (length < 0) length = table.Length - at;
        at += length;
        // The line end is not the cell's.
        if (at < table.Length && table[at] == '\n' && length > 0 && table[at - 1] == '\r') (at, length) = (at - 1, length - 1);
        return (start, length, false);
    }

    private (int, int, bool) Quoted()
    {
        var (start, opened, isDoubled) = (++at, next, false);
        while (true)
        {
            var length = table[at..].IndexOf((byte)'"');
            if (length < 0) return Break(opened, "quote-unclosed", $"Close the quote opened on line {opened}.");
            next += table.Slice(at, length).Count((byte)'\n');
            at += length + 1;
            if (at >= table.Length || table[at] != '"') break;
            isDoubled = true;
            at++;
        }
        return at >= table.Length || table[at] == separator || LineEnd() > 0
            ? (start, at - 1 - start, isDoubled)
            : Break(next, "quote-broken", $"On line {next} a cell goes on after its closing quote: double the quotes inside it.");
    }

    /// <summary>Whether another cell follows; else the row is at its end.</summary>
    private bool IsSeparated()
    {
        if (at >= table.Length) return false;
        if (table[at] == separator)
        {
            at++;
            return true;
        }
        IsEmptyLine();
        return false;
    }

    private (int, int, bool) Break(long line, string code, string remedy)
    {
        Broken = new(null, line, "body", null, code, remedy);
        return default;
    }
}
