using KpiGrid.Api.Boundaries;

namespace KpiGrid.Tests.Api.Boundaries;

/// <summary>Municipalities of one test, which merge, split and are renumbered; they all begin in 2007.</summary>
internal sealed class Territories
{
    private static readonly DateOnly begin = new(2007, 1, 1);
    private readonly Dictionary<string, List<MunicipalityInterval>> intervals = [];
    private readonly List<(DateOnly Day, string[] From, string[] To)> changes = [];

    public IReadOnlyList<(DateOnly Day, string[] From, string[] To)> Changes => changes;

    public IEnumerable<string> Codes => intervals.Keys;

    public void Begin(string code) => Begin(code, begin);

    /// <summary>On a day some municipalities become others; a code may be on both sides.</summary>
    public void Become(DateOnly day, string[] from, params string[] to)
    {
        changes.Add((day, from, to));
        var kind = from.Length == 1 && to.Length == 1 ? SuccessorKind.Renumbered : SuccessorKind.Merged;
        foreach (var code in from)
            intervals[code][^1] = intervals[code][^1] with
            {
                To = day,
                Successors = [.. to.Select(next => new Successor { Code = MunicipalityId.Parse(next), Kind = kind })],
            };
        foreach (var code in to) Begin(code, day);
    }

    public IEnumerable<string> On(DateOnly day) => intervals.Where(pair => pair.Value.Any(interval =>
        interval.From <= day && !(interval.To <= day))).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public MunicipalityFacts Facts(string code) =>
        new() { Country = code[..2], TimeZone = "Europe/Brussels", Intervals = intervals[code] };

    public BoundaryMap Map(DateOnly day) => new(intervals.Keys.ToDictionary(MunicipalityId.Parse, Facts), day);

    private void Begin(string code, DateOnly day)
    {
        if (!intervals.TryGetValue(code, out var known)) intervals.Add(code, known = []);
        known.Add(new() { Name = code, From = day });
    }
}
