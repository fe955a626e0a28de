using System.Text.Json.Serialization;

namespace KpiGrid.Api.Matrix;

/// <summary>The answer <c>matrix</c> of the HTTP API: types of building by the classes of a KPI. Lines add to the total,
/// cell by cell; those beside them are of KPIs of their own and are never added to it.</summary>
internal sealed record MatrixAnswer
{
    public required string Node { get; init; }
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The columns: classes of which there is anything, in the order of the definition.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public required MatrixLine Total { get; init; }

    /// <summary>A line a type of building, in ordinal order; last that of no type.</summary>
    public required IReadOnlyList<MatrixLine> Lines { get; init; }

    /// <summary>What pilots come to that the caller may not read; null when nothing is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MatrixLine? Hidden { get; init; }
}

/// <summary>One line.</summary>
internal sealed record MatrixLine
{
    /// <summary>The type of building; null of the total, of no type and of what is hidden.</summary>
    public string? BuildingType { get; init; }

    /// <summary>How many pilots are in it. One whose participants have buildings of different types is in several.</summary>
    public required int Pilots { get; init; }

    /// <summary>What the cells add to; null when there is nothing.</summary>
    public Amount? Value { get; init; }

    /// <summary>One a column, in their order; null where there is nothing.</summary>
    public required IReadOnlyList<Amount?> Cells { get; init; }

    /// <summary>What the KPIs beside it come to for this type of building, by code; left out where none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BesideAnswer>? Beside { get; init; }
}

/// <summary>A KPI beside a type of building.</summary>
internal sealed record BesideAnswer(string Kpi, string Unit, Amount? Value);
