using System.Text.Json.Serialization;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Editions;

/// <summary>What is asked for when an edition is made: the body of the POST.</summary>
internal sealed record EditionOrder
{
    /// <summary>The round it is for, whose cut-off it takes.</summary>
    public string? Round { get; init; }

    /// <summary>The cut-off, where it is for no round; an instant with offset.</summary>
    public string? CutOff { get; init; }

    public string? Title { get; init; }

    /// <summary>The KPIs; null: all of which the region has or expects anything.</summary>
    public IReadOnlyList<KpiCode>? Kpis { get; init; }

    /// <summary>The first day and the day after the last; null: the quarter of the cut-off and the four before.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The size of the periods; null: quarters.</summary>
    public PeriodSize? By { get; init; }

    /// <summary>Reads one; null and a refusal where it cannot be read.</summary>
    public static async Task<(EditionOrder? Order, IResult? Refusal)> Read(HttpContext context, ApiOptions limits)
    {
        var body = await RequestBody.JsonOf(context, limits);
        if (body.Refusal is { } tooMuch) return (null, tooMuch);
        var problems = new List<Problem>();
        if (FactsText.Unreadable(body.Bytes, limits.JsonDepthMax, problems) is { } error) return (null, Refused.With(400, [error]));
        var order = problems.Count == 0 ? FactsJson.Read<EditionOrder>(body.Bytes, problems) : null;
        return order is null ? (null, Refused.With(422, problems)) : (order, null);
    }

    /// <summary>The periods asked for around a cut-off.</summary>
    public IReadOnlyList<AskedPeriod> Periods(DateTimeOffset cutOff, int max, QuestionErrors errors)
    {
        var running = Period.Of(DateOnly.FromDateTime(cutOff.UtcDateTime), PeriodSize.Quarter);
        var (from, to) = (From ?? running.First.AddMonths(-12), To ?? running.Last.AddDays(1));
        if ((From is null) != (To is null))
            errors.Refuse(From is null ? "from" : "to", null, "range-half-given", "Give both from and to, or neither.");
        else if (from >= to) errors.Refuse("to", $"{to:O}", "range-empty", "Ranges are half-open: let `to` be after `from`.");
        else if (from.Year < 1900 || to.Year > 2999)
            errors.Refuse("from", $"{from:O}", "day-out-of-range", "Days run from 1900 to 2999.");
        if (errors.Any) return [];
        var periods = AskedPeriod.Between(from, to, By ?? PeriodSize.Quarter).Take(max + 1).ToList();
        if (periods.Count > max)
            errors.Refuse("by", By?.Text(), "too-many-periods",
                $"At most {max} periods: ask for fewer days or longer periods.");
        return periods;
    }
}
