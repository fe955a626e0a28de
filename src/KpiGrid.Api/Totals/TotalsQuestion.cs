using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;

namespace KpiGrid.Api.Totals;

/// <summary>A question for totals that can be asked.</summary>
internal sealed record TotalsQuestion
{
    public required KpiCode Kpi { get; init; }
    public required DayRange Days { get; init; }

    /// <summary>The size of the periods; <see cref="PeriodSize.Range"/> is one period.</summary>
    public PeriodSize By { get; init; } = PeriodSize.Range;

    public Split Split { get; init; }
    public ClassId? Class { get; init; }

    /// <summary>Whether it is split by definition instead.</summary>
    public bool ByDefinition { get; init; }

    public DateTimeOffset? AsOf { get; init; }
    public PushToken? AtLeast { get; init; }
    public bool Mean { get; init; }

    /// <summary>Who asks; nobody in particular is told what everybody may know.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>The day on whose map a split by municipality is drawn; null: each day under the code of its time.</summary>
    public DateOnly? Boundaries { get; init; }

    /// <summary>By which reading classes count; null: all of them.</summary>
    public ClassReading? Reading { get; init; }

    /// <summary>Who is left out; only of a total as it stands and that is not split.</summary>
    public LeftOut Without { get; init; } = LeftOut.Nobody;

    /// <summary>What money is converted by; null: each currency is answered apart.</summary>
    public RatesQuestion? Rates { get; init; }

    /// <summary>The same when its series has been found.</summary>
    public Conversion? Conversion { get; init; }

    public required IReadOnlyList<AskedPeriod> Periods { get; init; }

    public SumsQuestion Sums => new()
    {
        Kpi = Kpi,
        Periods = TotalsShape.Days(Periods, Mean, Conversion),
        Split = Split,
        Class = Class,
        AtLeast = AtLeast,
    };

    /// <summary>Refuses a question that the rates part into more periods than are answered at once.</summary>
    public void CheckParts(int periodsMax, QuestionErrors errors)
    {
        if (Conversion is not null && Sums.Periods.Count > periodsMax)
            errors.Refuse("rates", Rates?.Series, "too-many-periods",
                $"At most {periodsMax} periods, parted where a rate changes: ask for fewer days.");
    }

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static TotalsQuestion? Read(
        TotalsQuery query, DateTimeOffset now, TimeSpan asOfAge, int periodsMax, QuestionErrors errors)
    {
        var kpi = QuestionText.Kpi(query.Kpi, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        var by = Size(query.By, errors);
        var byDefinition = query.Split == DefinitionSplit.Text;
        var split = byDefinition ? Split.None : SplitOf(query.Split, errors);
        var @class = QuestionText.Class(query.Class, errors);
        var asOf = QuestionText.AsOf(query.AsOf, now, asOfAge, errors);
        var token = QuestionText.Token(query.AtLeast, errors);
        var mean = MeanOf(query.Mean, errors);
        if (query is { AsOf: not null, AtLeast: not null })
            errors.Refuse("atLeast", query.AtLeast, "as-of-with-at-least",
                "Ask with asOf or with atLeast, not with both.");
        var rates = RatesQuestion.Read(query.Rates, query.Currency, errors);
        if (rates is not null && mean)
            errors.Refuse("rates", rates.Series, "rates-with-mean", "Ask with rates or with mean, not with both.");
        var reading = ReadingText.Of(query.Reading, errors);
        if (reading is not null && @class is not null)
            errors.Refuse("reading", query.Reading, "reading-with-class", "Ask with reading or with class, not with both.");
        var boundaries = BoundariesOf(query, errors);
        var periods = days is { } range ? PeriodsOf(range, by, mean, periodsMax, errors) : [];
        return errors.Any ? null : new()
        {
            Kpi = kpi, Days = days!.Value, By = by, Split = split, ByDefinition = byDefinition, Class = @class,
            AsOf = asOf, AtLeast = token, Mean = mean, Boundaries = boundaries, Reading = reading, Rates = rates,
            Periods = periods,
        };
    }

    private static List<AskedPeriod> PeriodsOf(DayRange days, PeriodSize by, bool mean, int max, QuestionErrors errors)
    {
        var periods = AskedPeriod.Between(days.First, days.Last.AddDays(1), by).Take(max + 1).ToList();
        if (periods.Count > max || (mean && TotalsShape.Days(periods, mean).Count > max))
            errors.Refuse("by", by.Text(), "too-many-periods",
                $"At most {max} periods, the months of a mean included: ask for fewer days or longer periods.");
        return periods;
    }

    /// <summary>The size of periods; <see cref="PeriodSize.Range"/> where none is named.</summary>
    public static PeriodSize Size(string? text, QuestionErrors errors)
    {
        if (text is null) return PeriodSize.Range;
        if (PeriodSizes.TryParse(text, out var size) && size != PeriodSize.Range) return size;
        errors.Refuse("by", text, "by-unknown",
            "One of: day, week, month, quarter, half, year; leave it out for one period.");
        return PeriodSize.Range;
    }

    private static Split SplitOf(string? text, QuestionErrors errors)
    {
        switch (text)
        {
            case null: return Split.None;
            case "municipality": return Split.Municipality;
            case "pilot": return Split.Pilot;
            case "class": return Split.Class;
        }
        errors.Refuse("split", text, "split-unknown", "One of: municipality, pilot, class, definition.");
        return Split.None;
    }

    private static DateOnly? BoundariesOf(TotalsQuery query, QuestionErrors errors)
    {
        if (query.Boundaries is null) return null;
        if (query.Split != "municipality")
            errors.Refuse("boundaries", query.Boundaries, "boundaries-without-split",
                "A total is the same on every map: ask with split=municipality, or leave out boundaries.");
        if (query.Mean is not null)
            errors.Refuse("boundaries", query.Boundaries, "boundaries-with-mean",
                "Ask with boundaries or with mean, not with both.");
        return QuestionText.Day("boundaries", query.Boundaries, errors);
    }

    private static bool MeanOf(string? text, QuestionErrors errors)
    {
        if (text is null or "month") return text is not null;
        errors.Refuse("mean", text, "mean-unknown", "There is mean=month.");
        return false;
    }
}
