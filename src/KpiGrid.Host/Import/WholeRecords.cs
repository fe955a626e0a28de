using System.Text;

namespace KpiGrid.Host.Import;

/// <summary>
/// Passes on the records of a CSV whose quotes are sound and knows the physical line of each; a broken one is reported
/// and left out, so that an unclosed quote costs one line and not the rest of the file.
/// </summary>
internal sealed class WholeRecords(TextReader source, char delimiter, RowErrors errors) : TextReader
{
    private const int LinesMax = 200;
    private const int CharactersMax = 1 << 18;

    private readonly LinkedList<(long Number, string Text)> again = new();
    private readonly Queue<long> lines = new();
    private string current = "";
    private int at;
    private long read;

    /// <summary>The physical line on which the next record begins; asked once for each record.</summary>
    public long NextLine() => lines.Dequeue();

    public override int Read(Span<char> buffer)
    {
        while (at == current.Length)
        {
            if (!MoveNext()) return 0;
            at = 0;
        }
        var count = Math.Min(buffer.Length, current.Length - at);
        current.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Peek() => at < current.Length || MoveNext() ? current[at] : -1;

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    private bool MoveNext()
    {
        at = 0;
        current = "";
        while (TryNext(out var line, out var text))
        {
            if (text.AsSpan().Trim().IsEmpty) continue;
            if (text.Contains('"') && Closed(line, ref text) is { } remedy)
            {
                errors.Add(line, null, text, remedy);
                continue;
            }
            lines.Enqueue(line);
            current = text + "\n";
            return true;
        }
        return false;
    }

    /// <summary>Adds the lines that a quoted cell runs over; a remedy when the quotes are broken.</summary>
    private string? Closed(long first, ref string text)
    {
        var quotes = new QuoteState(delimiter);
        if (!quotes.Take(text)) return "A quoted cell goes on after its closing quote: double the quotes inside it";
        if (!quotes.IsOpen) return null;
        var whole = new StringBuilder(text);
        var taken = new List<(long, string)>();
        while (quotes.IsOpen && taken.Count < LinesMax && whole.Length < CharactersMax
            && TryNext(out var line, out var more))
        {
            taken.Add((line, more));
            whole.Append('\n').Append(more);
            if (!quotes.Take(more)) break;
        }
        if (!quotes.IsOpen && !quotes.IsBroken)
        {
            text = whole.ToString();
            return null;
        }
        for (var i = taken.Count - 1; i >= 0; i--) again.AddFirst(taken[i]);
        return $"The quote opened on line {first} is not closed: close it, or double the quotes inside the cell";
    }

    private bool TryNext(out long line, out string text)
    {
        if (again.First is { } held)
        {
            again.RemoveFirst();
            (line, text) = held.Value;
            return true;
        }
        var next = source.ReadLine();
        text = next ?? "";
        line = ++read;
        return next is not null;
    }
}
