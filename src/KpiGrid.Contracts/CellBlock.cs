using System.Text;

namespace KpiGrid;

/// <summary>Cells on the wire as one packed block of bytes.</summary>
/// <remarks>
/// Layout, all integers variable-length: a table of the texts used, then per cell the table places of KPI, class and
/// currency (0 = none), series, last day, days before it, flag with provisional and confidential, member, A, B and N. Days are counted from
/// 0001-01-01; A and B are zig-zag counts of 1e-9.
/// </remarks>
[GenerateSerializer, Immutable, Alias("CellBlock")]
public sealed class CellBlock
{
    /// <summary>Above every flag; a block without confidential cells is written as it ever was.</summary>
    private const int ConfidentialBit = 1 << 16;

    /// <summary>A block without cells.</summary>
    public static CellBlock Empty { get; } = Pack([]);

    private CellBlock(byte[] bytes) => Bytes = bytes;

    [Id(0)] internal byte[] Bytes { get; }

    /// <summary>The size in bytes.</summary>
    public int Length => Bytes.Length;

    /// <summary>Packs cells in the given order.</summary>
    public static CellBlock Pack(IEnumerable<Cell> cells)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var body = new BlockWriter();
        var count = 0;
        foreach (var (key, value) in cells)
        {
            count++;
            body.Number(Place(key.Kpi.Value));
            body.Number(key.Class is { } c ? Place(c.Value) : 0);
            body.Number(key.Currency is { } currency ? Place(currency) : 0);
            body.Number(key.Series);
            body.Number(key.Days.Last.DayNumber);
            body.Number(key.Days.Days - 1);
            body.Number(((int)key.Flag << 1) | (key.Provisional ? 1 : 0) | (key.Confidential ? ConfidentialBit : 0));
            body.Wide(key.Member);
            body.Signed(value.A.Count);
            body.Signed(value.B.Count);
            body.Signed(value.N);
        }
        var head = new BlockWriter();
        head.Number(texts.Count);
        foreach (var text in texts.OrderBy(pair => pair.Value)) head.Text(text.Key);
        head.Number(count);
        return new([.. head.ToArray(), .. body.ToArray()]);

        int Place(string text)
        {
            if (!texts.TryGetValue(text, out var place)) texts.Add(text, place = texts.Count + 1);
            return place;
        }
    }

    /// <summary>The cells, in the order in which they were packed.</summary>
    public IEnumerable<Cell> Unpack()
    {
        var reader = new BlockReader(Bytes);
        var texts = new string[reader.Number()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.Text();
        var codes = texts.Select(text => KpiCode.TryParse(text, out var code) ? code : default).ToArray();
        var classes = texts.Select(text => ClassId.TryParse(text, out var id) ? id : default).ToArray();
        for (var left = reader.Number(); left > 0; left--)
        {
            var kpi = codes[reader.Number() - 1];
            var @class = reader.Number();
            var currency = reader.Number();
            var series = reader.Number();
            var last = DateOnly.FromDayNumber(reader.Number());
            var first = last.AddDays(-reader.Number());
            var flags = reader.Number();
            var key = new CellKey(
                kpi, series, @class == 0 ? null : classes[@class - 1], currency == 0 ? null : texts[currency - 1],
                new(first, last), (Flag)((flags & ~ConfidentialBit) >> 1), (flags & 1) == 1, reader.Wide(),
                (flags & ConfidentialBit) != 0);
            yield return new(key, new(new(reader.Signed()), new(reader.Signed()), (int)reader.Signed()));
        }
    }

    private sealed class BlockWriter
    {
        private readonly List<byte> bytes = [];

        public void Number(int number) => Wide((UInt128)(uint)number);

        public void Signed(Int128 number) => Wide(unchecked((UInt128)((number << 1) ^ (number >> 127))));

        public void Wide(UInt128 number)
        {
            for (; number >= 0x80; number >>= 7) bytes.Add((byte)((byte)(number & 0x7f) | 0x80));
            bytes.Add((byte)number);
        }

        public void Text(string text)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            Number(utf8.Length);
            bytes.AddRange(utf8);
        }

        public byte[] ToArray() => bytes.ToArray();
    }

    private sealed class BlockReader(byte[] bytes)
    {
        private int at;

        public int Number() => (int)Wide();

        public Int128 Signed()
        {
            var wide = Wide();
            return unchecked((Int128)(wide >> 1) ^ -(Int128)(wide & 1));
        }

        public UInt128 Wide()
        {
            UInt128 number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = bytes[at++];
                number |= (UInt128)(next & 0x7fu) << shift;
                if (next < 0x80) return number;
            }
        }

        public string Text()
        {
            var length = Number();
            at += length;
            return Encoding.UTF8.GetString(bytes, at - length, length);
        }
    }
}
