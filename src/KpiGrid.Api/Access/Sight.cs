using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Access;

/// <summary>Which of many nodes a caller may read; the others are left out of answers, and counted.</summary>
internal sealed class Sight(Rights rights)
{
    public async Task<HashSet<string>> Of(Caller caller, Verbs verb, PlaceKind kind, IEnumerable<string> ids)
    {
        if (rights.Everywhere(caller).HasFlag(verb)) return [.. ids];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if ((await rights.At(caller, new(kind, id))).HasFlag(verb)) seen.Add(id);
        return seen;
    }

    public async ValueTask<bool> Sees(Caller caller, Verbs verb, PlaceRef node) =>
        (await rights.At(caller, node)).HasFlag(verb);
}
