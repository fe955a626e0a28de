using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>What a request's body came to: good items with their places, refusals, or nothing that can be read.</summary>
internal sealed record Reading<T>(IReadOnlyList<T> Items, IReadOnlyList<int> Places, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Why the body could not be read.</summary>
    public ErrorItem? Unreadable { get; init; }

    /// <summary>How many items there were, good or not.</summary>
    public int Count { get; init; }

    /// <summary>Whether a refusal is of the request as a whole, so that not even its good items are recorded.</summary>
    public bool OfWhole { get; init; }

    /// <summary>The line of an item by its place, from 1; null where lines say nothing.</summary>
    public Func<int, long>? LineOf { get; init; }

    public static Reading<T> Broken(ErrorItem error) => new([], [], []) { Unreadable = error };

    /// <summary>The refusals with those of the good items, checked apart, put back in their places.</summary>
    public IEnumerable<Refusal> With(IEnumerable<Refusal> ofItems) =>
        Refusals.Concat(ofItems.Select(refusal => refusal with { Index = Places[refusal.Index] }));

    /// <summary>The good item of a place; null when it was refused.</summary>
    public T? At(int place) =>
        Places is List<int> places && places.BinarySearch(place) is var at and >= 0 ? Items[at] : default;

    public ErrorItem Error(Refusal refusal) => ErrorItem.Of(
        refusal.Problem, refusal.Index, refusal.Index < Count ? LineOf?.Invoke(refusal.Index) : null);
}
