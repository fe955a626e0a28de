using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Explain;

/// <summary>What is behind a total and the caller may not read: the parts listed and this come to the total.</summary>
/// <param name="Pilots">How many pilots it is of.</param>
/// <param name="Lines">How many measurements.</param>
/// <param name="Remainder">What they come to, in one line; null of a distinct count, whose parts do not add up.</param>
internal sealed record HiddenAnswer(
    int Pilots, int Lines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PeriodAnswer? Remainder);
