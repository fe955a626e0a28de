using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>What a request's body came to: good items with their places, refusals, or no JSON at all.</summary>
internal sealed record Reading<T>(IReadOnlyList<T> Items, IReadOnlyList<int> Places, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Why the body could not be read.</summary>
    public ErrorItem? Unreadable { get; init; }

    public static Reading<T> Broken(ErrorItem error) => new([], [], []) { Unreadable = error };

    /// <summary>The refusals with those of the good items, checked apart, put back in their places.</summary>
    public IEnumerable<Refusal> With(IEnumerable<Refusal> ofItems) =>
        Refusals.Concat(ofItems.Select(refusal => refusal with { Index = Places[refusal.Index] }));
}
