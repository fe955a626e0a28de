using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>A pilot as its records tell: its shares now, and every measurement that is not withdrawn.</summary>
internal sealed class PilotDocument(string id)
{
    private readonly Dictionary<(string Kpi, string Id), MeasurementDocument> contents = [];
    private readonly HashSet<(string Kpi, string Id)> withdrawn = [];

    public string Id { get; } = id;

    public IReadOnlyList<ShareDocument> Shares { get; private set; } = [];

    /// <summary>Every KPI that ever had a measurement, withdrawn ones included.</summary>
    public IEnumerable<string> Kpis => contents.Keys.Select(key => key.Kpi).Distinct();

    public IEnumerable<MeasurementDocument> Measurements(string kpi) => contents
        .Where(content => content.Key.Kpi == kpi && !withdrawn.Contains(content.Key))
        .Select(content => content.Value);

    /// <summary>The days of all contents of a KPI, withdrawn ones included.</summary>
    public IEnumerable<DayRange> Days(string kpi) =>
        contents.Where(content => content.Key.Kpi == kpi).Select(content => content.Value.Days);

    public void Apply(string type, JsonElement record)
    {
        if (type == "facts")
            Shares = [.. record.Member("facts")!.Value.Items("shares").Select(ShareDocument.Read)];
        foreach (var entry in record.Items("measurements")) Put(MeasurementDocument.From(entry, record));
        foreach (var revision in record.Items("revisions")) Revise(revision, record);
    }

    /// <summary>The shares above 0 of a KPI on a day; its overrides alone where it has any that day.</summary>
    public IReadOnlyList<Weight> WeightsOn(DateOnly day, string kpi)
    {
        var valid = Shares.Where(share => share.From <= day && (share.To is null || day < share.To)).ToList();
        var overrides = valid.Where(share => share.Kpi == kpi).ToList();
        var used = overrides.Count > 0 ? overrides : valid.Where(share => share.Kpi is null);
        return [.. used.Where(share => share.Parts > 0)
            .OrderBy(share => share.Municipality, StringComparer.Ordinal)
            .Select(share => new Weight(share.Municipality, share.Parts, share.Whole))];
    }

    // In a pilot with one municipality that day, naming it says nothing more than naming none.
    private void Put(MeasurementDocument content)
    {
        var alone = WeightsOn(content.Days.Last, content.Kpi).Count == 1;
        contents[(content.Kpi, content.Id)] = alone ? content with { Owner = null } : content;
        withdrawn.Remove((content.Kpi, content.Id));
    }

    private void Revise(JsonElement revision, JsonElement record)
    {
        var key = (revision.Text("kpi")!, revision.Text("id")!);
        switch (revision.Text("kind"))
        {
            case "withdrawal":
                withdrawn.Add(key);
                break;
            case "restore":
                withdrawn.Remove(key);
                break;
            default:
                Put(MeasurementDocument.From(revision, record));
                break;
        }
    }
}
