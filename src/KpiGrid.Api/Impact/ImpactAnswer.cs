using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Impact;

/// <summary>What a push moved: empty when it moved nothing.</summary>
/// <param name="Text">The same in a sentence.</param>
/// <param name="Moves">By KPI and period: the pilot, its municipalities, then their regions.</param>
internal sealed record ImpactAnswer(string Text, IReadOnlyList<MoveAnswer> Moves)
{
    /// <summary>Regions and periods that moved too and are not listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LeftOut { get; init; }

    /// <summary>Places that moved too and that the caller may not read, once for each KPI.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Hidden { get; init; }
}

/// <summary>How far one total moved.</summary>
internal sealed record MoveAnswer
{
    public required string Node { get; init; }
    public string? Name { get; init; }
    public required string Kpi { get; init; }
    public required string Period { get; init; }

    /// <summary>The total without this push; null where there was none.</summary>
    public Amount? From { get; init; }

    /// <summary>A total that contains it.</summary>
    public Amount? To { get; init; }

    public required string Unit { get; init; }
    public CoverageAnswer? Coverage { get; init; }

    /// <summary>
    /// <c>own-change</c>: exactly what this push moved. <c>read-before-and-after</c>: a distinct count, which others may have
    /// moved in between.
    /// </summary>
    public required string How { get; init; }

    /// <summary>Numerator and denominator, distribution or amounts by currency, where the kind has them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SideAnswer? Before { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SideAnswer? After { get; init; }
}

/// <summary>What a total is made of, on one side of a push.</summary>
internal sealed record SideAnswer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? A { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? B { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreAnswer>? Distribution { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MoneyAnswer>? Amounts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtLeast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtMost { get; init; }

    /// <summary>Null where the value says it all.</summary>
    public static SideAnswer? Of(PeriodAnswer total)
    {
        var side = new SideAnswer
        {
            A = total.A, B = total.B, Distribution = total.Distribution, Amounts = total.Amounts,
            AtLeast = total.AtLeast, AtMost = total.AtMost,
        };
        return side == new SideAnswer() ? null : side;
    }
}
