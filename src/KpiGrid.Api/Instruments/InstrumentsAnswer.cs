using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Instruments;

/// <summary>The answer <c>instruments</c> of the HTTP API: what is behind movements, and what moved.</summary>
internal sealed record InstrumentsAnswer
{
    public required IReadOnlyList<string> Places { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>By effect on the KPI asked for, the best first; without one by how much they are used.</summary>
    public required IReadOnlyList<InstrumentAnswer> Instruments { get; init; }

    /// <summary>Pilots that the caller may not read; they stand in no number here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }

    /// <summary>Whether there are confidential figures that the caller may not read; they stand in no number here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confidential { get; init; }
}

/// <summary>An instrument.</summary>
internal sealed record InstrumentAnswer
{
    /// <summary>Its address, which is what it is known by.</summary>
    public required string Link { get; init; }

    /// <summary>As a pilot calls it; its address where none does.</summary>
    public required string Title { get; init; }

    /// <summary>Such as <c>decision-tree</c>; null where no pilot says.</summary>
    public string? Kind { get; init; }

    /// <summary>The pilots that point to it, themselves or by a measurement.</summary>
    public required IReadOnlyList<string> Pilots { get; init; }

    /// <summary>How many measurements name it.</summary>
    public required int Movements { get; init; }

    /// <summary>The last of them by day.</summary>
    public required IReadOnlyList<MovementAnswer> Latest { get; init; }

    /// <summary>What they come to, a KPI each: different things are never added to each other.</summary>
    public required IReadOnlyList<EffectAnswer> Effects { get; init; }

    /// <summary>Next steps that take it.</summary>
    public required IReadOnlyList<StepAnswer> Steps { get; init; }
}

/// <summary>A measurement that names an instrument.</summary>
/// <param name="Stream">Its KPI stream.</param>
/// <param name="Id">Its id.</param>
/// <param name="Period">Of when it is.</param>
internal sealed record MovementAnswer(string Stream, string Id, string Period);

/// <summary>What the measurements of one KPI that name an instrument come to.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Unit">The unit; of money the total's own.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Movements">How many they are.</param>
/// <param name="Total">Their parts in the places asked; no value of a distinct count, whose members are not told apart here.</param>
internal sealed record EffectAnswer(string Kpi, string Unit, string Direction, int Movements, PeriodAnswer Total);

/// <summary>A next step that takes an instrument.</summary>
internal sealed record StepAnswer(string Region, string Round, string Municipality, string Text, DateOnly? By);
