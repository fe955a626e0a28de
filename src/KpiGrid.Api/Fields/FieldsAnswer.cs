using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Fields;

/// <summary>The answer <c>fields</c> of the HTTP API: what a place has in each of the four fields. A pilot may work in
/// several, so fields are never added to each other.</summary>
internal sealed record FieldsAnswer
{
    public required string Node { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>All four, in their order, also those in which nothing is done yet.</summary>
    public required IReadOnlyList<FieldAnswer> Fields { get; init; }

    /// <summary>What touches several fields, by pilot and KPI.</summary>
    public required IReadOnlyList<SharedAnswer> Shared { get; init; }

    /// <summary>KPIs of pilots that are in no field.</summary>
    public required int Untagged { get; init; }

    /// <summary>Pilots that the caller may not read; they stand in no number here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>One field.</summary>
/// <param name="Field">Its tag.</param>
/// <param name="Pilots">How many pilots work in it.</param>
/// <param name="LastReported">The last day that any of them reported; null for never.</param>
/// <param name="Late">How many KPI streams are late.</param>
/// <param name="Kpis">Its KPIs by code.</param>
internal sealed record FieldAnswer(string Field, int Pilots, DateOnly? LastReported, int Late, IReadOnlyList<FieldKpi> Kpis);

/// <summary>A KPI in a field.</summary>
/// <param name="Kpi">Its code.</param>
/// <param name="Unit">The unit of its value; of money the period's own.</param>
/// <param name="Frequency">How often a value is expected.</param>
/// <param name="Pilots">How many pilots report it here.</param>
/// <param name="Total">What these pilots allocated to the place in the days asked; of a standing KPI what stood at their end.</param>
/// <param name="LastReported">The last day that any of them reported it; null for never.</param>
/// <param name="Late">How many of its KPI streams are late.</param>
internal sealed record FieldKpi(
    string Kpi, string Unit, Frequency Frequency, int Pilots, PeriodAnswer Total, DateOnly? LastReported, int Late);

/// <summary>A KPI of a pilot that is in several fields.</summary>
internal sealed record SharedAnswer(string Pilot, string Name, string Kpi, IReadOnlyList<string> Fields);
