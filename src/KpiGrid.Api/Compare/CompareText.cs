using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Compare;

/// <summary>Reads a comparison as sent, and says all that is wrong with it.</summary>
internal sealed class CompareText(CompareQuery query, CompareOptions limits, QuestionErrors errors)
{
    private const string Stage = "stage";

    /// <summary>The question; null and errors when anything is wrong.</summary>
    public CompareQuestion? Read()
    {
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var lines = Lines();
        var region = Named("region", query.Region);
        var onPilotClock = OnPilotClock(lines);
        var days = onPilotClock ? null : QuestionText.Days(query.From, query.To, errors);
        var by = onPilotClock ? PeriodSize.Range : TotalsQuestion.Size(query.By, errors);
        var rates = RatesQuestion.Read(query.Rates, query.Currency, errors);
        var question = new CompareQuestion
        {
            Kpi = kpi, Class = QuestionText.Class(query.Class, errors), Lines = lines, Region = region, Days = days, By = by,
            Periods = days is { } range ? Periods(range, by) : [],
            ByStage = onPilotClock && ByStage(), Months = onPilotClock ? Months() : 0, Per = Per(lines),
            Rates = rates?.Series, Currency = rates?.Currency, ScaleTo = Named("scaleTo", query.ScaleTo),
            Readings = Readings(),
        };
        Fit(question);
        return errors.Any ? null : question;
    }

    private List<PlaceRef> Lines()
    {
        var texts = (query.Pilots ?? []).SelectMany(text => text.Split(',')).Select(id => (Field: "pilots", Text: $"pilots/{id}"))
            .Concat((query.Place ?? []).Select(text => (Field: "place", Text: text))).Distinct().ToList();
        if (texts.Count > limits.LinesMax)
            errors.Refuse(texts[0].Field, null, "too-many-lines", $"Put at most {limits.LinesMax} side by side.");
        var lines = new List<PlaceRef>();
        foreach (var (field, text) in texts.Take(limits.LinesMax))
        {
            if (PlaceRef.TryParseNode(text, out var line) && (field == "pilots") == (line.Kind == PlaceKind.Pilot)) lines.Add(line);
            else errors.Refuse(field, text, "place-unreadable",
                "Write pilots=id,id or place=municipalities/CODE&place=regions/id.");
        }
        return lines;
    }

    private PlaceRef? Named(string field, string? id)
    {
        if (id is null) return null;
        if (RegionId.TryParse(id, out _)) return new(PlaceKind.Region, id);
        errors.Refuse(field, id, "region-unreadable", "Write the id of a region: [a-z0-9-]{1,64}.");
        return null;
    }

    private bool OnPilotClock(List<PlaceRef> lines)
    {
        if (query.Clock is null or "calendar") return false;
        if (query.Clock != "pilot")
            errors.Refuse("clock", query.Clock, "clock-unknown", "One of: calendar, pilot.");
        else if (query.Region is not null || lines.Any(line => line.Kind != PlaceKind.Pilot))
            errors.Refuse("clock", query.Clock, "clock-of-a-place", "Only pilots have a start: compare pilots, or use clock=calendar.");
        if (query.From is not null || query.To is not null)
            errors.Refuse("from", query.From ?? query.To, "days-on-pilot-clock",
                "On a pilot's clock months are counted from its start: leave out from and to, give months.");
        return true;
    }

    private bool ByStage()
    {
        if (query.By is not (null or "month" or Stage))
            errors.Refuse("by", query.By, "by-unknown", "On a pilot's clock, one of: month, stage.");
        return query.By == Stage;
    }

    private int Months() => QuestionText.Limit(query.Months, Math.Min(CompareQuestion.MonthsUsual, limits.PeriodsMax),
        limits.PeriodsMax, errors, "months");

    private List<AskedPeriod> Periods(DayRange days, PeriodSize by)
    {
        var periods = AskedPeriod.Between(days.First, days.Last.AddDays(1), by).Take(limits.PeriodsMax + 1).ToList();
        if (periods.Count > limits.PeriodsMax)
            errors.Refuse("by", by.Text(), "too-many-periods",
                $"At most {limits.PeriodsMax} periods: ask for fewer days or longer periods.");
        return periods;
    }

    private Divisor Per(List<PlaceRef> lines)
    {
        if (query.Per is not { } text) return Divisor.Absolute;
        if (Divisors.Of(text) is not { } per)
        {
            errors.Refuse("per", text, "per-unknown", $"One of: {Divisors.All}.");
            return Divisor.Absolute;
        }
        if (per == Divisor.Budget && (query.Region is not null || lines.Any(line => line.Kind != PlaceKind.Pilot)))
            errors.Refuse("per", text, "per-of-a-place", "Only pilots have a budget: compare pilots, or choose inhabitant or m2.");
        return per;
    }

    private LineReadings? Readings()
    {
        if (query.Reading is null) return null;
        if (query.Class is not null)
            errors.Refuse("reading", query.Reading, "reading-with-class", "Ask with reading or with class, not with both.");
        return new(ReadingText.Of(query.Reading, errors, ReadingText.Own));
    }

    private void Fit(CompareQuestion question)
    {
        if (question.Lines.Count > 0 && question.Region is not null)
            errors.Refuse("region", question.Region.Id, "lines-twice", "Name pilots and places, or a region for its members.");
        if (question.Lines.Count == 0 && question.Region is null && query is { Pilots: null or [], Place: null or [] })
            errors.Refuse("pilots", null, "lines-required", "Name pilots=id,id or places, or a region for its members.");
        if (question.ScaleTo is { } members && (question.Per != Divisor.Inhabitant))
            errors.Refuse("scaleTo", members.Id, "scale-needs-inhabitants", "Ask for per=inhabitant: members differ in size.");
    }
}
