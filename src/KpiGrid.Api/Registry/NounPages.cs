namespace KpiGrid.Api.Registry;

/// <summary>Pages of those nouns that a caller may see.</summary>
internal static class NounPages
{
    private const int AtOnce = 1_000;

    /// <summary>Reads on until a page is full: an id that is hidden stands nowhere, not even as the next page's begin.</summary>
    public static async Task<byte[]> Shown(
        IRegistryListGrain list, string noun, string? after, int size, Func<IEnumerable<string>, Task<HashSet<string>>> shown,
        CancellationToken cancellationToken)
    {
        var items = new List<RegistryItem>();
        var hidden = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await list.List(noun, after, hidden == 0 ? size - items.Count : AtOnce);
            var seen = await shown(page.Items.Select(item => item.Id));
            foreach (var item in page.Items)
            {
                if (!seen.Contains(item.Id)) hidden++;
                else if (items.Count == size) return NounJson.Page(new(items, items[^1].Id), hidden);
                else items.Add(item);
            }
            if (page.Next is null) return NounJson.Page(new(items, null), hidden);
            if (hidden == 0 && items.Count == size) return NounJson.Page(new(items, page.Next), hidden);
            after = page.Next;
        }
    }
}
