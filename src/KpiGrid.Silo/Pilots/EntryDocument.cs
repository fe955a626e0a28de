using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid.Silo.Pilots;

/// <summary>One entry of a record's body: what it was resolved to, then what was sent. A member that says nothing is absent.</summary>
internal sealed record EntryDocument
{
    public static readonly JsonSerializerOptions Json = new(KpiGridJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
    };

    public int? Revision { get; init; }
    public string? Kind { get; init; }
    public string? Reason { get; init; }
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
    public Amount? A { get; init; }
    public Amount? B { get; init; }
    public required MeasurementId Id { get; init; }
    public required KpiCode Kpi { get; init; }
    public ClassId? Class { get; init; }
    public MunicipalityId? Municipality { get; init; }

    /// <summary>The municipality that was named, where its figure is the whole pilot's.</summary>
    public MunicipalityId? Named { get; init; }

    public string? Period { get; init; }
    public Amount? Value { get; init; }
    public string? Unit { get; init; }

    /// <summary>True where no unit was sent and the KPI's own stands for it.</summary>
    public bool? OwnUnit { get; init; }

    public Amount? Numerator { get; init; }
    public Amount? Denominator { get; init; }
    public Amount? Weight { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
    public Amount? Reading { get; init; }
    public bool? Reset { get; init; }
    public Flag? Flag { get; init; }
    public bool? Provisional { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<string>? Evidence { get; init; }
    public string? OnBehalfOf { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<string>? Links { get; init; }
    public string? Silence { get; init; }

    public static EntryDocument Of(PilotEntry entry)
    {
        var head = new EntryDocument { Id = entry.Id, Kpi = entry.Kpi };
        if (entry.Kind != RevisionKind.Initial)
            head = head with
            {
                Revision = entry.Revision, Kind = entry.Kind.ToString().ToLowerInvariant(), Reason = entry.Reason,
            };
        return entry.Sent is { } sent ? head.With(sent, entry.Form!, entry.Content!) : head;
    }

    /// <summary>The entry; a withdrawal or restore brings no content and so needs no definition.</summary>
    public PilotEntry Entry(KpiDocument? kpi)
    {
        var sent = Period is null ? null : Sent();
        var form = sent is null ? null : SentForm.Of(sent, Named, OwnUnit ?? false);
        return new()
        {
            Kpi = Kpi,
            Id = Id,
            Revision = Revision ?? 1,
            Kind = Kind is null ? RevisionKind.Initial : Enum.Parse<RevisionKind>(Kind, ignoreCase: true),
            Reason = Reason,
            Sent = sent,
            Form = form,
            Content = sent is null ? null
                : Content(sent, form!, kpi ?? throw new InvalidDataException($"A record holds {Kpi} {Id} without its definition")),
        };
    }

    private EntryDocument With(Measurement sent, Measurement form, Content content) => this with
    {
        First = content.Days.First,
        Last = content.Days.Last,
        A = content.IsSilence ? null : content.A,
        B = content.Kind.HasParts() && !content.IsSilence ? content.B : null,
        Class = sent.Class,
        Municipality = sent.Municipality,
        Named = form.Municipality == sent.Municipality ? null : form.Municipality,
        Period = sent.Period,
        Value = sent.Value,
        Unit = sent.Unit,
        OwnUnit = form.Unit is null && sent.Unit is not null ? true : null,
        Numerator = sent.Numerator,
        Denominator = sent.Denominator,
        Weight = sent.Weight,
        Members = sent.Members,
        Reading = sent.Reading,
        Reset = sent.Reset ? true : null,
        Flag = sent.Flag,
        Provisional = sent.Provisional ? true : null,
        Note = sent.Note,
        Evidence = NullIfEmpty(sent.Evidence),
        OnBehalfOf = sent.OnBehalfOf,
        Tags = NullIfEmpty(sent.Tags),
        Links = NullIfEmpty(sent.Links),
        Silence = sent.Silence,
    };

    private Measurement Sent() => new()
    {
        Id = Id,
        Kpi = Kpi,
        Class = Class,
        Municipality = Municipality,
        Period = Period!,
        Value = Value,
        Unit = Unit,
        Numerator = Numerator,
        Denominator = Denominator,
        Weight = Weight,
        Members = Members,
        Reading = Reading,
        Reset = Reset ?? false,
        Flag = Flag,
        Provisional = Provisional ?? false,
        Note = Note,
        Evidence = Evidence ?? [],
        OnBehalfOf = OnBehalfOf,
        Tags = Tags ?? [],
        Links = Links ?? [],
        Silence = Silence,
    };

    private Content Content(Measurement sent, Measurement form, KpiDocument kpi)
    {
        var days = new DayRange(First!.Value, Last!.Value);
        var digest = ContentDigest.Of(sent, days);
        var isMoney = kpi.Unit == PilotRecord.MoneyUnit && Silence is null;
        return new()
        {
            Family = new(Kpi, Class),
            Owner = Municipality,
            Days = days,
            Kind = kpi.Kind,
            Definition = kpi.Definition,
            Series = kpi.Series,
            CellClass = kpi.Kind == KpiKind.Score && Value is { } score ? ClassId.Parse(score.ToString()) : Class,
            Currency = isMoney ? Unit : null,
            Unit = isMoney ? Unit! : kpi.Unit,
            Flag = Flag ?? KpiGrid.Flag.Measured,
            Provisional = Provisional ?? false,
            A = A ?? Amount.Zero,
            B = B ?? Amount.Zero,
            Members = Members?.Select(MemberHash.Parse).ToArray(),
            IsReading = Reading is not null,
            IsReset = Reset ?? false,
            IsSilence = Silence is not null,
            IsNotOccurring = Silence == SilenceReasons.NotOccurring,
            IsOnBehalf = OnBehalfOf is not null,
            Digest = digest,
            AsSent = ContentDigest.AsSent(form, sent, digest),
        };
    }

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> list) => list.Count == 0 ? null : list;
}

/// <summary>What a record pins of a KPI definition.</summary>
internal sealed record KpiDocument(int Definition, int Series, KpiKind Kind, string Unit);
