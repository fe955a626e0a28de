using KpiGrid.Api.Boundaries;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>Answers questions for totals.</summary>
internal sealed class TotalsReader(
    PlaceFinder finder, Settling settling, TotalsSource source, SplitNames names, LocalDays days, BoundaryReader boundaries,
    EndedReader endings, RatesFinder rates, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options, IOptions<DutyOptions> duties)
{
    /// <summary>The answer; null and errors when there is none.</summary>
    public async Task<TotalsAnswer?> Answer(
        IReadOnlyList<PlaceRef> refs, TotalsQuestion question, QuestionErrors errors)
    {
        var kpi = await finder.Kpi(question.Kpi, question.AsOf, errors);
        var places = await finder.Places(refs, question.AsOf, errors);
        if (kpi is null || places is null) return null;
        Check(kpi.Facts, question, errors);
        var series = await rates.Find(question.Rates?.Series, question.AsOf, errors);
        if (errors.Any) return null;
        if (series is not null)
            question = question with { Conversion = new(series.Facts, question.Rates!.Currency, kpi.Facts.Kind.IsStanding()) };
        question.CheckParts(limits.Value.PeriodsMax, errors);
        if (question.AtLeast is { } token)
            await settling.Settle(token, TotalsSource.AsksRegion(refs, question), errors);
        if (errors.Any || await source.Read(places, question, errors) is not { } sums) return null;
        if (question.Reading is not { } reading) return await Told(places, kpi, question, sums, series);
        var answer = await Told(places, kpi, question, ReadSums.Of(sums, reading, question.Split), series);
        var shape = new TotalsShape(Definition.Of(question.Kpi, kpi), question.Periods, mean: false, today: default);
        return answer with
        {
            Reading = ReadingAnswer.Of(reading),
            Periods = [.. answer.Periods.Zip(sums.Periods, (period, sum) => period with { LeftOut = ReadSums.LeftOut(sum, reading, shape) })],
        };
    }

    /// <summary>The answer, on the map of a day where one is asked.</summary>
    private async Task<TotalsAnswer> Told(
        KnownPlaces places, KnownNoun<KpiFacts> kpi, TotalsQuestion question, Sums sums, KnownNoun<RateSeriesFacts>? series)
    {
        if (question.ByDefinition) return await Shape(places, kpi, question, DefinitionSplit.Of(sums), series);
        if (question.Boundaries is not { } day) return await Shape(places, kpi, question, sums, series);
        var map = await boundaries.Read(day, sums.Parts.Select(part => MunicipalityId.Parse(part.Key)), question.AsOf);
        var redrawn = RedrawnSplit.Of(sums, map);
        var answer = await Shape(places, kpi, question, redrawn.Sums, series);
        return answer with { Split = [.. answer.Split.Select(line => line with { Codes = redrawn.Codes[line.Key] })] };
    }

    private static void Check(KpiFacts kpi, TotalsQuestion question, QuestionErrors errors)
    {
        if (question is { AsOf: not null, Split: Split.Class } && kpi.Kind == KpiKind.Distinct)
            errors.Refuse("split", "class", "split-not-available",
                "A past distinct count is not split by class: ask for one class after another.");
        if (question.ByDefinition && kpi.Kind == KpiKind.Distinct)
            errors.Refuse("split", DefinitionSplit.Text, "split-not-available",
                "A distinct count is one union, whatever its definitions: leave out split.");
        if (question.Mean && kpi.Kind is not (KpiKind.Stock or KpiKind.Level))
            errors.Refuse("mean", "month", "mean-of-another-kind",
                "Only a stock or a level has a mean: leave out mean.");
        if (question.Rates is { } rates && (kpi.Unit != Definition.MoneyUnit || kpi.Kind.HasParts()))
            errors.Refuse("rates", rates.Series, "rates-of-no-money", "Only money is converted: leave out rates and currency.");
        CheckClass(kpi, question.Class, errors);
        ReadingText.CheckFits(question.Reading, kpi, errors);
    }

    /// <summary>Refuses a class that the KPI does not have.</summary>
    public static void CheckClass(KpiFacts kpi, ClassId? @class, QuestionErrors errors)
    {
        if (@class is { } asked && !kpi.Classes.Contains(asked))
            errors.Refuse("class", asked.Value, "class-unknown", kpi.Classes.Count == 0
                ? "The KPI has no classes: leave out class." : $"One of: {string.Join(", ", kpi.Classes)}.");
    }

    private async Task<TotalsAnswer> Shape(
        KnownPlaces places, KnownNoun<KpiFacts> noun, TotalsQuestion question, Sums sums, KnownNoun<RateSeriesFacts>? series)
    {
        var kpi = Definition.Of(question.Kpi, noun);
        var today = await days.Today(places.Municipalities);
        var named = await names.Of(question.Split, sums.Parts.Select(part => part.Key),
            question.Boundaries ?? question.Days.Last);
        var due = DueDates.Of(places, noun.Facts, duties.Value, today);
        var (periods, split) = new TotalsShape(kpi, question.Periods, question.Mean, today, due, question.Conversion)
            .Of(sums, key => named.GetValueOrDefault(key));
        var ended = (await endings.Of(places.Refs, question.AsOf)).Where(member => member.IsOpenIn(question.Days)).ToList();
        return new()
        {
            Node = places.Node,
            Kpi = kpi.Code.Value,
            Definition = kpi.Version,
            Unit = kpi.Unit,
            By = question.By == PeriodSize.Range ? null : question.By.Text(),
            Mean = question.Mean ? "month" : null,
            AsOf = question.AsOf,
            Boundaries = question.Boundaries,
            Rates = series is null ? null : RatesAnswer.Of(question.Rates!.Series, series, question.Rates.Currency,
                periods.Concat(split.SelectMany(line => line.Periods)).SelectMany(period => period.Rates)),
            Ended = ended.Count == 0 ? null : ended,
            Version = sums.Version.ToString(),
            ConfirmedAt = sums.ConfirmedAt,
            Stale = question.AsOf is null && days.Now - sums.ConfirmedAt > options.Value.StaleAfter,
            Token = question.AtLeast?.ToString(),
            Periods = [.. periods.Zip(question.Periods, (period, asked) => Marked(period, asked.Days, ended))],
            Split = split,
        };
    }

    private static PeriodAnswer Marked(PeriodAnswer period, DayRange days, List<EndedMember> ended) =>
        ended.Exists(member => member.IsOpenIn(days))
            ? period with { Marks = [.. period.Marks.Append(EndedMember.Mark).Order(StringComparer.Ordinal)] }
            : period;
}
