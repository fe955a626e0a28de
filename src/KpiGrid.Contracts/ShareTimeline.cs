namespace KpiGrid;

/// <summary>The shares of a pilot by day; a KPI with shares of its own follows those.</summary>
public sealed class ShareTimeline
{
    private readonly IReadOnlyList<Share> shares;
    private readonly Dictionary<KpiCode, Segments> overrides;
    private readonly Segments general;

    /// <summary>Reads the shares of a pilot's facts.</summary>
    public ShareTimeline(IReadOnlyList<Share> shares)
    {
        this.shares = shares;
        general = new(shares.Where(share => share.Kpi is null));
        overrides = shares.Where(share => share.Kpi is not null)
            .GroupBy(share => share.Kpi!.Value)
            .ToDictionary(group => group.Key, group => new Segments(group));
    }

    /// <summary>The shares of a KPI on a day, by municipality; empty when there are none.</summary>
    public IReadOnlyList<ShareOn> On(KpiCode kpi, DateOnly day)
    {
        var own = overrides.TryGetValue(kpi, out var segments) ? segments.On(day) : [];
        return own.Count > 0 ? own : general.On(day);
    }

    /// <summary>The same as they were given, each with its days.</summary>
    public IReadOnlyList<Share> KeyOn(KpiCode kpi, DateOnly day)
    {
        var inForce = shares.Where(share => DayRange.Between(share.From, share.To).Contains(day)).ToLookup(share => share.Kpi);
        return [.. (inForce.Contains(kpi) ? inForce[kpi] : inForce[null]).OrderBy(share => share.Municipality)];
    }

    /// <summary>The days from which the shares of a KPI are others than the day before.</summary>
    public IEnumerable<DateOnly> ChangeDays(KpiCode kpi) =>
        overrides.TryGetValue(kpi, out var own) ? own.Starts.Union(general.Starts) : general.Starts;

    /// <summary>The days on which a municipality has a share in a KPI.</summary>
    public IEnumerable<DayRange> DaysOf(KpiCode kpi, MunicipalityId municipality)
    {
        var starts = ChangeDays(kpi).Order().ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : DateOnly.MaxValue;
            if (On(kpi, starts[i]).Any(share => share.Municipality == municipality)) yield return new(starts[i], last);
        }
    }

    /// <summary>Every municipality with a share on any day.</summary>
    public IEnumerable<MunicipalityId> Municipalities =>
        overrides.Values.Append(general).SelectMany(segments => segments.Municipalities).Distinct();

    /// <summary>Shares cut into stretches of days on which nothing changes.</summary>
    private sealed class Segments
    {
        private readonly List<DateOnly> starts;
        private readonly List<IReadOnlyList<ShareOn>> shares;

        public Segments(IEnumerable<Share> all)
        {
            var list = all.ToList();
            starts = [.. list.Select(share => share.From)
                .Concat(list.Where(share => share.To is not null).Select(share => share.To!.Value))
                .Distinct().Order()];
            shares = [.. starts.Select(day => (IReadOnlyList<ShareOn>)[.. list
                .Where(share => DayRange.Between(share.From, share.To).Contains(day))
                .OrderBy(share => share.Municipality)
                .Select(share => new ShareOn(share.Municipality, share.Parts, share.Whole))])];
        }

        public IReadOnlyList<DateOnly> Starts => starts;

        public IEnumerable<MunicipalityId> Municipalities =>
            shares.SelectMany(list => list).Select(share => share.Municipality);

        public IReadOnlyList<ShareOn> On(DateOnly day)
        {
            var at = starts.BinarySearch(day);
            if (at < 0) at = ~at - 1;
            return at < 0 ? [] : shares[at];
        }
    }
}
