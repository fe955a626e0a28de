using KpiGrid.Api.Explain;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Instruments;

/// <summary>The measurements of one KPI that name instruments.</summary>
/// <param name="Code">The KPI.</param>
/// <param name="Noun">Its definition.</param>
/// <param name="Series">The definition series of each definition version in the lines.</param>
/// <param name="Lines">The measurements, with their parts in the places asked.</param>
internal sealed record Movements(
    KpiCode Code, KnownNoun<KpiFacts> Noun, IReadOnlyDictionary<int, int> Series, IReadOnlyList<ExplainLine> Lines)
{
    public IEnumerable<ExplainLine> Of(string link) => Lines.Where(line => line.Entry.Sent.Links.Contains(link));

    /// <summary>What those that name an instrument come to; null where none does.</summary>
    public EffectAnswer? Effect(string link, DayRange days)
    {
        var lines = Of(link).ToList();
        if (lines.Count == 0) return null;
        var kpi = Definition.Of(Code, Noun);
        var total = ExplainTotal.Of(kpi, days, isPilot: false, lines, version => Series.GetValueOrDefault(version, version));
        if (kpi.Kind == KpiKind.Distinct) total = new PeriodAnswer { Period = total.Period, N = total.N };
        return new(Code.Value, kpi.Unit, Noun.Facts.Direction.Text(), lines.Count, total);
    }
}
