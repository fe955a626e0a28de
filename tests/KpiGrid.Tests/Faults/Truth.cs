namespace KpiGrid.Tests.Faults;

/// <summary>
/// What every node must answer, added up from the rows by the facts of the world: decimals and a dictionary, nothing else.
/// </summary>
internal sealed class Truth
{
    private readonly Dictionary<(string Node, string Class, int Month), (decimal Value, int N)> sums = [];

    public Truth(IEnumerable<(string Pilot, Statement Says)> standing)
    {
        foreach (var (pilot, says) in standing)
        {
            Add($"pilots/{pilot}", says, says.Tonnes);
            foreach (var share in World.Shares.Where(share => share.Owner == pilot && share.IsOn(says.Day)))
            {
                var part = says.Tonnes * share.Parts / share.Whole;
                Add($"municipalities/{share.Municipality}", says, part);
                foreach (var member in World.Members.Where(
                    member => member.Municipality == share.Municipality && member.IsOn(says.Day)))
                    Add($"regions/{member.Owner}", says, part);
            }
        }
    }

    /// <summary>Regions and municipalities, which hear of a push from below; then the pilots themselves.</summary>
    public static IReadOnlyList<string> UpperNodes { get; } =
        [.. World.Regions.Select(id => $"regions/{id}"), .. World.Municipalities.Select(id => $"municipalities/{id}")];

    public static IReadOnlyList<string> PilotNodes { get; } = [.. World.Pilots.Select(id => $"pilots/{id}")];

    /// <summary>A month of a node, over all classes or of one; nothing where there is no measurement.</summary>
    public (decimal? Value, int N) Of(string node, string? ofClass, int month)
    {
        var found = (ofClass is null ? World.Classes : [ofClass])
            .Select(each => sums.GetValueOrDefault((node, each, month))).Where(sum => sum.N > 0).ToList();
        return (found.Count == 0 ? null : found.Sum(sum => sum.Value), found.Sum(sum => sum.N));
    }

    private void Add(string node, Statement says, decimal part)
    {
        var key = (node, says.Class!, says.Day.Month);
        var (value, n) = sums.GetValueOrDefault(key);
        sums[key] = (value + part, n + 1);
    }
}
