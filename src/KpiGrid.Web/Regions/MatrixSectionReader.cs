using KpiGrid.Api.Matrix;
using KpiGrid.Api.Overlap;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Reads which types of building gave what of each class of the chosen KPI.</summary>
internal sealed class MatrixSectionReader(MatrixReader matrices)
{
    /// <summary>The KPIs by type of building that stand beside it, where the region has any of them.</summary>
    private static readonly string[] besides = ["VAC-A", "BLD-KEEP"];

    /// <summary>The matrix; null where the KPI has no classes that could stand across buildings, or no building is known.</summary>
    public async Task<MatrixView?> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var facts = figures.Kpis[kpi];
        if (facts.Classes.Count == 0 || BuildingTypes.AreClassesOf(facts) || !OverlapReader.IsAdditive(facts.Kind)) return null;
        var beside = besides.Where(figures.Kpis.ContainsKey).Select(KpiCode.Parse).ToList();
        var question = new MatrixQuestion(KpiCode.Parse(kpi), figures.Period.Range, beside);
        return await matrices.Read(figures.Place, question, visit.Caller, new()) is { } matrix
            && matrix.Lines.Any(line => line.BuildingType is not null)
                ? View(visit.Words, figures, facts, matrix) : null;
    }

    private static MatrixView View(Words words, RegionFigures figures, KpiFacts facts, MatrixAnswer matrix)
    {
        var beside = matrix.Lines[0].Beside ?? [];
        var lines = matrix.Lines.Select(line => Row(line, line.BuildingType is { } type ? words.Of(ClassId.Parse(type)) : words.Matrix.NoType)).ToList();
        if (matrix.Hidden is { } hidden) lines.Add(Row(hidden, Words.Fill(words.Frame.Hidden, words.Number(hidden.Pilots))));
        return new(
            [.. beside.Select(column => Head(column.Kpi, column.Unit)), .. matrix.Classes.Select(id => words.With(words.Of(ClassId.Parse(id)), facts.Unit)), words.Matrix.Sum],
            lines, Row(matrix.Total, words.Matrix.Total));

        string Head(string code, string unit) => words.With(words.Of(figures.Kpis[code].Names) ?? code, unit);

        MatrixRow Row(MatrixLine line, string name) => new(name,
        [
            .. beside.Select((_, at) => Say(line.Beside?[at].Value, figures.Kpis[beside[at].Kpi].Decimals)),
            .. line.Cells.Select(cell => Say(cell, facts.Decimals)), Say(line.Value, facts.Decimals),
        ]);

        string Say(Amount? value, int decimals) => value is { } known ? words.Number(Shown.Rounded(known, decimals)) : "–";
    }
}
