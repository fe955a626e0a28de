using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class CellBlockTests
{
    private static readonly Gen<Int128> Wide = Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 127])
        .Select((high, low, shift) => unchecked((Int128)new UInt128(high, low)) >> shift);

    private static readonly Gen<Cell> Cells =
        from kpi in Gen.OneOf("A", "CDW-DIV", "FIN-SPD")
        from @class in Gen.OneOf<string?>(null, "wood", "2", "a")
        from currency in Gen.OneOf<string?>(null, "EUR", "DKK")
        from days in Gen.Select(Gen.Int[0, 3_652_058], Gen.Int[0, 3_652_058])
        from series in Gen.Int[1, int.MaxValue]
        from flag in Gen.OneOf(Enum.GetValues<Flag>())
        from provisional in Gen.Bool
        from member in Wide
        from a in Wide
        from b in Wide
        from n in Gen.Int
        select new Cell(
            new(KpiCode.Parse(kpi), series, @class is null ? null : ClassId.Parse(@class), currency,
                new(DateOnly.FromDayNumber(Math.Min(days.Item1, days.Item2)), DateOnly.FromDayNumber(Math.Max(days.Item1, days.Item2))),
                flag, provisional, unchecked((UInt128)member)),
            new(new(a), new(b), n));

    [Fact]
    public void Cells_read_back_in_their_order() => Cells.Array[0, 40].Sample(cells =>
        CellBlock.Pack(cells).Unpack().SequenceEqual(cells));

    [Fact]
    public void The_largest_and_smallest_numbers_read_back()
    {
        var key = Key(DayRange.Always) with { Series = int.MaxValue, Member = UInt128.MaxValue, Flag = Flag.Allocated };
        Cell[] cells =
        [
            new(key, new(new(Int128.MaxValue), new(Int128.MinValue), int.MinValue)),
            new(key with { Days = DayRange.Of(DateOnly.MinValue) }, new(new(Int128.MinValue), new(-1), int.MaxValue)),
            new(key with { Days = DayRange.Of(DateOnly.MaxValue), Member = 0 }, CellValue.None),
        ];

        Assert.Equal(cells, CellBlock.Pack(cells).Unpack());
    }

    [Fact]
    public void An_empty_block_has_no_cells() => Assert.Empty(CellBlock.Empty.Unpack());
}
