namespace KpiGrid.Silo.Pilots;

/// <summary>The KPI streams of one KPI and class of a pilot, settled together.</summary>
internal sealed class Family(PilotId pilot, FamilyId id, KpiKind kind)
{
    /// <summary>Stands for the whole pilot among the owners.</summary>
    private static MunicipalityId WholePilot => default;

    private readonly Dictionary<MunicipalityId, StreamFigures> streams = [];

    public FamilyId Id => id;

    public KpiKind Kind => kind;

    public IEnumerable<MunicipalityId?> Owners => streams.Keys.Select(OwnerOf);

    /// <summary>Whether participants have own figures, which may be part of a whole.</summary>
    public bool HasParts =>
        !kind.IsStanding() && kind != KpiKind.Distinct && (streams.Count > 1 || (streams.Count == 1 && !streams.ContainsKey(WholePilot)));

    /// <summary>Whether a whole figure begins before a day and ends on it or later: figures of both sides may meet in it.</summary>
    public bool Straddles(DateOnly day) => Stream(null)?.Cells()
        .Any(cell => cell.Key.Days.First < day && day <= cell.Key.Days.Last) == true;

    public StreamFigures? Stream(MunicipalityId? owner) => streams.GetValueOrDefault(owner ?? WholePilot);

    /// <summary>Adds or takes out a measurement; the answer says what must be settled anew.</summary>
    public Touched Put(MeasurementId measurement, Content content, int times)
    {
        var owner = content.Owner ?? WholePilot;
        if (!streams.TryGetValue(owner, out var figures)) streams.Add(owner, figures = new(kind));
        var wasPlain = IsPlain;
        var keys = figures.Put(pilot, measurement, content, times);
        if (figures.IsEmpty) streams.Remove(owner);
        return wasPlain && IsPlain && !content.IsReading && !kind.IsStanding() ? new(content.Owner, keys) : Touched.Everything;
    }

    /// <summary>The family as it would be after some changes; itself it stays as it is.</summary>
    public Family With(IEnumerable<ContentChange> changes)
    {
        var changed = new Family(pilot, id, kind);
        foreach (var (owner, figures) in streams) changed.streams.Add(owner, figures.Copy());
        foreach (var change in changes)
        {
            if (change.Before is { } before && before.Family == id) changed.Put(change.Id, before, -1);
            if (change.After is { } after && after.Family == id) changed.Put(change.Id, after, +1);
        }
        return changed;
    }

    /// <summary>Whether no figure can be part of another, so that each cell is settled by itself.</summary>
    private bool IsPlain => streams.Count <= 1 || !streams.ContainsKey(WholePilot);

    /// <summary>What single cells of one stream come to.</summary>
    public IEnumerable<SettledFigure> Settle(Touched touched, ShareTimeline shares)
    {
        var figures = Stream(touched.Owner);
        foreach (var key in touched.Keys!)
        {
            var figure = new Figure(touched.Owner, key, figures?.Sum(key) ?? CellValue.None);
            yield return touched.Owner is null
                ? Settlement.SettleAlone(figure, shares.On(id.Kpi, key.Days.Last))
                : Settlement.SettleOwn(figure);
        }
    }

    /// <summary>What all figures of an accumulating kind come to.</summary>
    public IReadOnlyList<SettledFigure> SettleAll(ShareTimeline shares) => Settlement.Settle(
        [.. streams.SelectMany(pair => pair.Value.Cells().Select(cell => new Figure(OwnerOf(pair.Key), cell.Key, cell.Value)))],
        kind, day => shares.On(id.Kpi, day));

    /// <summary>The closings of a standing kind.</summary>
    public IReadOnlyList<Closing> Closings(ShareTimeline shares) =>
    [
        .. Closing.All(
            [.. streams.SelectMany(pair => pair.Value.Standing(OwnerOf(pair.Key)))],
            kind, shares.ChangeDays(id.Kpi), day => shares.On(id.Kpi, day)),
    ];

    private static MunicipalityId? OwnerOf(MunicipalityId key) => key == WholePilot ? null : key;
}

/// <summary>What of a family must be settled anew: some cells of one stream, or with no keys everything.</summary>
internal readonly record struct Touched(MunicipalityId? Owner, IReadOnlyList<CellKey>? Keys)
{
    public static Touched Everything => default;
}
