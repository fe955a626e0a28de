namespace KpiGrid.Api.Instruments;

/// <summary>What instruments are called: pilots give those that they point to a title and a kind. The first by id
/// decides.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, (Link Link, SortedSet<string> Pilots)> known = new(StringComparer.Ordinal);

    public Shelf(IEnumerable<(PilotId Pilot, PilotFacts Facts)> pilots)
    {
        foreach (var (pilot, facts) in pilots.OrderBy(each => each.Pilot))
            foreach (var link in facts.Links)
            {
                if (!known.TryGetValue(link.Url, out var entry)) known[link.Url] = entry = (link, new(StringComparer.Ordinal));
                else if (entry.Link.Kind is null && link.Kind is not null) known[link.Url] = (link, entry.Pilots);
                entry.Pilots.Add(pilot.Value);
            }
    }

    public IEnumerable<string> Links => known.Keys;

    public string Title(string link) => known.TryGetValue(link, out var entry) ? entry.Link.Title : link;

    public string? Kind(string link) => known.TryGetValue(link, out var entry) ? entry.Link.Kind?.Text() : null;

    public IEnumerable<string> Pilots(string link) => known.TryGetValue(link, out var entry) ? entry.Pilots : [];
}
