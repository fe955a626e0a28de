using System.Text.Json.Serialization;

namespace KpiGrid.Api.Measurements;

/// <summary>A number that looks like a slip: a question, which whoever sends it answers by sending it.</summary>
/// <param name="Id">The measurement.</param>
/// <param name="Kpi">Its KPI.</param>
/// <param name="Field">The field of the number.</param>
/// <param name="Looks"><c>thousand</c>, <c>shifted</c> (by 10 or 100), <c>outlier</c> or <c>negative</c>.</param>
/// <param name="Usual">What is usual in its stream, in the KPI's unit.</param>
internal sealed record DoubtAnswer(string Id, string Kpi, string Field, string Looks, Amount Usual)
{
    /// <summary>The number that would fit in, where one shift of the comma or the sign would do; in the KPI's unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? Likely { get; init; }

    public static DoubtAnswer Of(Measurement sent, MeasurementField field, Slip slip) => new(
        sent.Id.Value, sent.Kpi.Value, field.Name(), Text(slip.Kind), slip.Usual) { Likely = slip.Likely };

    private static string Text(SlipKind kind) => kind switch
    {
        SlipKind.Thousand => "thousand",
        SlipKind.Shifted => "shifted",
        SlipKind.Negative => "negative",
        _ => "outlier",
    };
}
