using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>Checks a measurement against its definition, the pilot's shares and the limits.</summary>
internal sealed class MeasurementCheck(
    PilotId pilot, ShareTimeline shares, RegistryView registry, ReadOnlyMemory<byte> memberKey,
    DateOnly today, PilotOptions options)
{
    /// <summary>All of one record is checked against the same versions of its definitions.</summary>
    private readonly Dictionary<KpiCode, KpiDefinition?> definitions = [];

    /// <summary>What a measurement was sent as, to tell a repeat of it whatever has changed since.</summary>
    public UInt128 AsSent(Measurement sent) => ContentDigest.AsSent(SentForm.Of(sent, memberKey.Span));

    /// <summary>The content, or what is wrong with it.</summary>
    public CheckedMeasurement? Check(Measurement sent, out Problem? problem)
    {
        problem = null;
        if (DefinitionOf(sent.Kpi) is not { } definition)
            problem = new("kpi", sent.Kpi.Value, "kpi-unknown", "Create the KPI definition first: PUT /v1/kpis/{code}.");
        else if ((problem = ClassProblem(sent, definition) ?? FlagProblem(sent, definition)) is null
            && TryDays(sent, out var days, out problem)
            && TryOwner(sent, days, out var owner, out problem)
            && MeasurementValue.TryRead(sent, definition, options, out var value, out problem))
            return ContentOf(sent, definition, days, owner, value);
        return null;
    }

    private KpiDefinition? DefinitionOf(KpiCode code)
    {
        if (!definitions.TryGetValue(code, out var definition)) definitions.Add(code, definition = registry.Kpi(code));
        return definition;
    }

    private CheckedMeasurement ContentOf(
        Measurement sent, KpiDefinition definition, DayRange days, MunicipalityId? owner, MeasurementValue value)
    {
        var form = SentForm.Of(sent, memberKey.Span);
        var completed = Completed(form, definition, owner);
        var digest = ContentDigest.Of(completed, days);
        // The definition's own texts: a pilot remembers every content, and should not remember every class text sent.
        ClassId? @class = sent.Class is { } given ? definition.Facts.Classes.First(known => known == given) : null;
        return new(form, completed, new()
        {
            Family = new(definition.Code, @class),
            Owner = owner,
            Days = days,
            Kind = definition.Facts.Kind,
            Definition = definition.Version,
            Series = definition.Series,
            CellClass = value.Score ?? @class,
            Currency = value.Currency,
            Unit = value.Currency ?? definition.Facts.Unit,
            Flag = sent.Flag ?? Flag.Measured,
            Provisional = sent.Provisional,
            A = form.Members is null ? value.A : Amount.Of(form.Members.Count),
            B = value.B,
            Members = form.Members?.Select(MemberHash.Parse).ToArray(),
            IsReading = sent.Reading is not null,
            IsReset = sent.Reset,
            IsSilence = sent.Silence is not null,
            IsNotOccurring = sent.Silence == SilenceReasons.NotOccurring,
            IsOnBehalf = sent.OnBehalfOf is not null,
            Digest = digest,
            AsSent = ContentDigest.AsSent(form, completed, digest),
        });
    }

    /// <summary>With the unit named and the owner settled: what is stored.</summary>
    private static Measurement Completed(Measurement form, KpiDefinition definition, MunicipalityId? owner) =>
        form.Municipality == owner && form.Unit is not null
            ? form
            : form with
            {
                Municipality = owner, Unit = form.Unit ?? definition.Facts.Numerator ?? definition.Facts.Unit,
            };

    private static Problem? ClassProblem(Measurement sent, KpiDefinition definition)
    {
        var classes = definition.Facts.Classes;
        var takesClass = classes.Count > 0 && definition.Facts.Kind != KpiKind.Score;
        if (sent.Class is not { } @class)
            return takesClass
                ? new("class", null, "class-required", $"Send one of: {string.Join(", ", classes)}.")
                : null;
        if (!takesClass)
            return new("class", @class.Value, "class-refused", $"{sent.Kpi} has no classes: leave class out.");
        return classes.Contains(@class)
            ? null
            : new("class", @class.Value, "class-unknown", $"Send one of: {string.Join(", ", classes)}.");
    }

    private static Problem? FlagProblem(Measurement sent, KpiDefinition definition) =>
        definition.Facts.Flags is not { } allowed || sent.Silence is not null
            || (sent.Flag is { } flag && allowed.Contains(flag))
            ? null
            : new("flag", sent.Flag?.Text(), "flag-not-allowed",
                $"Send flag: {string.Join(" or ", allowed.Select(each => each.Text()))}.");

    private bool TryDays(Measurement sent, out DayRange days, out Problem? problem)
    {
        days = default;
        if (Instants.IsInstant(sent.Period))
        {
            if (!TryZone(sent, out var zone, out problem)) return false;
            if (!Instants.TryLocalDay(sent.Period, zone, out var day, out problem)) return false;
            days = DayRange.Of(day);
        }
        else if (Period.TryParse(sent.Period, out var period)) days = period.Range;
        else
        {
            problem = new("period", sent.Period, "period-unreadable",
                "Write a day 2026-11-03, 2026-W45, 2026-11, 2026-Q4, 2026-S1, 2026, a range 2026-11-01/2026-12-01 or an instant with offset.");
            return false;
        }
        return InRange(sent, days, out problem);
    }

    private bool InRange(Measurement sent, DayRange days, out Problem? problem)
    {
        var latest = today.AddDays(options.DaysAheadMax);
        problem = days.First < options.EarliestDay || days.Last > latest
            ? new("period", sent.Period, "period-out-of-range",
                $"Periods lie between {options.EarliestDay:yyyy-MM-dd} and {latest:yyyy-MM-dd}.")
            : null;
        return problem is null;
    }

    /// <summary>The participant's zone, else the one zone that all the pilot's municipalities share.</summary>
    private bool TryZone(Measurement sent, out string zone, out Problem? problem)
    {
        var places = sent.Municipality is { } named ? [named] : shares.Municipalities.ToArray();
        var zones = places.Select(registry.Zone).Distinct().ToList();
        zone = zones is [{ } only] ? only : "";
        problem = zone.Length > 0 ? null : new("period", sent.Period, "zone-ambiguous",
            "The pilot's municipalities have no one time zone: send the local day instead of an instant.");
        return problem is null;
    }

    private bool TryOwner(Measurement sent, DayRange days, out MunicipalityId? owner, out Problem? problem)
    {
        var on = shares.On(sent.Kpi, days.Last);
        owner = sent.Municipality;
        problem = on.Count == 0
            ? new("period", sent.Period, "no-share", $"{pilot} has no shares on {days.Last:yyyy-MM-dd}: add them first.")
            : owner is { } named && on.All(share => share.Municipality != named)
                ? new("municipality", named.Value, "municipality-without-share",
                    $"On {days.Last:yyyy-MM-dd} these take part: {string.Join(", ", on.Select(share => share.Municipality))}.")
                : null;
        if (on.Count == 1) owner = null;
        return problem is null;
    }
}

/// <summary>A measurement in the form it was sent in, as it is stored, and what it comes to.</summary>
internal sealed record CheckedMeasurement(Measurement Form, Measurement Sent, Content Content);
