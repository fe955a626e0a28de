using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.WhatIf;

/// <summary>What a region comes to, and what it would come to without some of its members or pilots. Nothing of it is
/// stored.</summary>
internal sealed record WhatIfAnswer
{
    public required string Node { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Who is left out.</summary>
    public required IReadOnlyList<LeftOutAnswer> Without { get; init; }

    /// <summary>The KPIs that the region has anything of, by code.</summary>
    public required IReadOnlyList<WhatIfLine> Kpis { get; init; }
}

/// <summary>A member or pilot left out.</summary>
/// <param name="Node">Its address.</param>
/// <param name="Name">Its name.</param>
internal sealed record LeftOutAnswer(string Node, string? Name);

/// <summary>One KPI with and without them.</summary>
internal sealed record WhatIfLine
{
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }
    public required PeriodAnswer Now { get; init; }
    public required PeriodAnswer Without { get; init; }

    /// <summary>How the value would move; null where there is no one value, or a quotient on one side only.</summary>
    public Amount? Difference { get; init; }

    /// <summary>The region's targets of the KPI; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TargetChange>? Targets { get; init; }
}

/// <summary>How one target stands today, and would stand.</summary>
/// <param name="Class">The class it is for; null for the whole KPI.</param>
/// <param name="Wanted">What is wanted of <paramref name="Period"/>.</param>
/// <param name="Unit">The target's unit.</param>
/// <param name="Period">The period it is wanted of.</param>
/// <param name="MeasuredTo">The day up to which that is told.</param>
/// <param name="Now">How it stands.</param>
/// <param name="Without">How it would stand.</param>
internal sealed record TargetChange(
    ClassId? Class, Amount Wanted, string Unit, Period Period, DateOnly MeasuredTo, TargetStanding Now, TargetStanding Without);

/// <summary>How a target stands.</summary>
/// <param name="Value">What it came to by the day that pace is told for.</param>
/// <param name="Pace">The part of the wanted way that is gone.</param>
/// <param name="Status">What that is called.</param>
internal sealed record TargetStanding(Amount? Value, Amount? Pace, TrendStatus Status);
