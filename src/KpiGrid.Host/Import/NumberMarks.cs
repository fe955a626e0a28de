namespace KpiGrid.Host.Import;

/// <summary>
/// Watches what a dot and a comma stand for in one column. A number such as 109.810 says nothing by itself; another one
/// in the column, such as 24.201,57, tells.
/// </summary>
/// <param name="decimalMark">The mark declared to part a fraction.</param>
internal sealed class NumberMarks(char decimalMark)
{
    private readonly Mark dot = new('.', decimalMark == '.');
    private readonly Mark comma = new(',', decimalMark == ',');

    public void Meet(ReadOnlySpan<char> text, long line)
    {
        if (text.IndexOfAny('e', 'E') >= 0) return;
        dot.Meet(text, ',', line);
        comma.Meet(text, '.', line);
    }

    /// <summary>A mark that is used in two ways, or that may be read in two ways.</summary>
    public IEnumerable<(long Line, string Value, string Remedy)> Doubts() => dot.Doubts(comma).Concat(comma.Doubts(dot));

    private sealed class Mark(char mark, bool isDecimal)
    {
        private (long Line, string Value)? fraction, thousands, either;
        private long eithers;

        public void Meet(ReadOnlySpan<char> text, char other, long line)
        {
            var last = text.LastIndexOf(mark);
            if (last < 0) return;
            var first = text.IndexOf(mark);
            if (first != last || text[last..].Contains(other)) Keep(ref thousands, text, line);
            else if (IsFraction(text, last, other)) Keep(ref fraction, text, line);
            else
            {
                eithers++;
                Keep(ref either, text, line);
            }
        }

        public IEnumerable<(long Line, string Value, string Remedy)> Doubts(Mark other)
        {
            var isSure = isDecimal ? fraction is not null : thousands is not null || other.fraction is not null;
            if (fraction is { } one && thousands is { } two)
                yield return (two.Line, two.Value, $"mixed number styles: here '{mark}' parts thousands, in "
                    + $"'{one.Value}' on line {one.Line} a fraction: give each style a column of its own");
            else if (either is { } doubt && !isSure)
                yield return (doubt.Line, doubt.Value, $"'{mark}' is read as parting "
                    + $"{(isDecimal ? "a fraction" : "thousands")} and no number of the column confirms it ({eithers} such), "
                    + "a factor of 1000: make sure of the culture declared");
        }

        // Behind a nought, or before other than three digits, no thousands can follow.
        private static bool IsFraction(ReadOnlySpan<char> text, int at, char other)
        {
            var whole = text[..at].TrimStart("+-");
            return text.Length - at - 1 != 3 || whole.Length is 0 or > 3 || whole[0] == '0' || whole.Contains(other);
        }

        private static void Keep(ref (long, string)? kept, ReadOnlySpan<char> text, long line) =>
            kept ??= (line, text.ToString());
    }
}
