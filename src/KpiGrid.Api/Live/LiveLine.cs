using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Live;

/// <summary>What one period of one KPI comes to: a period of <c>totals</c>, with its KPI and what it was before.</summary>
internal sealed record LiveLine : PeriodAnswer
{
    [SetsRequiredMembers]
    public LiveLine(Definition kpi, PeriodAnswer answer)
        : base(answer)
    {
        Kpi = kpi.Code.Value;
        Unit = answer.Unit ?? kpi.Unit;
        Text = JsonSerializer.Serialize(this, KpiGridJson.Options);
    }

    [JsonPropertyOrder(-1)]
    public string Kpi { get; }

    /// <summary>The value in the event sent to that viewer before.</summary>
    public Amount? From { get; init; }

    /// <summary>Whether anything was reported or is expected.</summary>
    [JsonIgnore]
    public bool HasAnything => N > 0 || Value is not null || AtLeast is not null || Coverage is { Expected: > 0 };

    /// <summary>Everything there is to show; differs where anything does.</summary>
    [JsonIgnore]
    public string Text { get; } = "";
}
