using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Matrix;

/// <summary>The parameters of a question for a matrix, as sent.</summary>
internal sealed record MatrixQuery
{
    public static readonly string[] Names = ["kpi", "from", "to", "beside"];

    /// <summary>The KPI whose classes are the columns.</summary>
    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }

    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>KPIs whose classes are types of building, such as <c>VAC-A</c>.</summary>
    [FromQuery(Name = "beside")] public string[]? Beside { get; init; }
}

/// <summary>A question for a matrix that can be asked.</summary>
/// <param name="Kpi">The KPI whose classes are the columns.</param>
/// <param name="Days">The days.</param>
/// <param name="Beside">KPIs that stand beside each type of building.</param>
internal sealed record MatrixQuestion(KpiCode Kpi, DayRange Days, IReadOnlyList<KpiCode> Beside)
{
    private const int BesideMax = 10;

    public SumsQuestion Sums(KpiCode kpi, Split split) => new() { Kpi = kpi, Periods = [Days], Split = split };

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static MatrixQuestion? Read(MatrixQuery query, QuestionErrors errors)
    {
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        if (query.Beside?.Length > BesideMax)
            errors.Refuse("beside", null, "too-many-kpis", $"Name at most {BesideMax}.");
        var beside = (query.Beside ?? []).Take(BesideMax).Select(text => QuestionText.Kpi(text, errors)).Distinct().ToList();
        return errors.Any ? null : new(kpi, days!.Value, beside);
    }
}
