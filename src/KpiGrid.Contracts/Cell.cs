namespace KpiGrid;

/// <summary>What a cell is about. Cells of equal key are added; the last day books them.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Series">The definition series: the first of the versions that may be added up.</param>
/// <param name="Class">The class, or for a score its value; null where there is none.</param>
/// <param name="Currency">The currency of a money KPI; null for every other.</param>
/// <param name="Days">First and last day; equal for standing kinds, whose cells book a change on one day.</param>
/// <param name="Flag">How the value was obtained.</param>
/// <param name="Provisional">Whether better data will follow.</param>
/// <param name="Member">
/// For a distinct count: one member's hash, its cell counts the holders in A; or the hash of an input that gave a number
/// only, its cell counts the holders in B and number x holders in A. Zero for every other cell.
/// </param>
/// <param name="Confidential">Whether the pilot says so of the KPI; such cells never melt into others.</param>
[GenerateSerializer, Immutable, Alias("CellKey")]
public readonly record struct CellKey(
    [property: Id(0)] KpiCode Kpi,
    [property: Id(1)] int Series,
    [property: Id(2)] ClassId? Class,
    [property: Id(3)] string? Currency,
    [property: Id(4)] DayRange Days,
    [property: Id(5)] Flag Flag,
    [property: Id(6)] bool Provisional,
    [property: Id(7)] UInt128 Member = default,
    [property: Id(8)] bool Confidential = false);

/// <summary>What a cell holds.</summary>
/// <param name="A">The amount, numerator, value x weight, or its change; for a member cell the number of holders.</param>
/// <param name="B">The denominator or weight, or its change; zero where the kind has no parts.</param>
/// <param name="N">Measurement parts, or their change; zero for a member cell.</param>
[GenerateSerializer, Immutable, Alias("CellValue")]
public readonly record struct CellValue([property: Id(0)] Amount A, [property: Id(1)] Amount B, [property: Id(2)] int N)
{
    /// <summary>Holds nothing; a cell that comes to this is no cell.</summary>
    public static CellValue None => default;

    /// <summary>Adds, checked.</summary>
    public static CellValue operator +(CellValue left, CellValue right) =>
        new(left.A + right.A, left.B + right.B, checked(left.N + right.N));

    /// <summary>Subtracts, checked.</summary>
    public static CellValue operator -(CellValue left, CellValue right) =>
        new(left.A - right.A, left.B - right.B, checked(left.N - right.N));
}

/// <summary>A key and what it holds.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Value">What it holds; in a report, <see cref="CellValue.None"/> says that the cell is gone.</param>
[GenerateSerializer, Immutable, Alias("Cell")]
public readonly record struct Cell([property: Id(0)] CellKey Key, [property: Id(1)] CellValue Value);
