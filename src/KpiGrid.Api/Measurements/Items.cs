using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>Gathers the items of a body as they are read, and what is refused of them.</summary>
/// <param name="limits">The limits.</param>
/// <param name="partial">Whether the good items are recorded without the others: then every refusal is kept.</param>
internal sealed class Items<T>(ApiOptions limits, bool partial)
    where T : class
{
    /// <summary>An item of a partial push is refused with so many problems at most.</summary>
    private const int ProblemsOfOneMax = 10;

    private readonly List<T> items = [];
    private readonly List<int> places = [];

    public Refusals Refusals { get; } =
        partial ? new(int.MaxValue, ProblemsOfOneMax) : new(limits.ErrorsListedMax, int.MaxValue);

    /// <summary>Items met so far, good or not.</summary>
    public int Count => Refusals.Index;

    /// <summary>Whether the next one is to be looked at: no more are allowed, or no more errors are listed.</summary>
    public bool IsWanted()
    {
        if (Count == limits.MeasurementsMax && !Refusals.OfWhole)
            Refusals.AddWhole("", null, "items-too-many", $"Send at most {limits.MeasurementsMax} in one request.");
        return Count < limits.MeasurementsMax && !Refusals.Full;
    }

    /// <summary>Takes in the next item; null is one that was refused.</summary>
    public void Next(T? item)
    {
        if (item is not null)
        {
            items.Add(item);
            places.Add(Count);
        }
        Refusals.Index++;
    }

    /// <param name="lineOf">The line of an item by its place, from 1; null where lines say nothing.</param>
    public Reading<T> Reading(Func<int, long>? lineOf = null)
    {
        if (Count == 0 && Refusals.Count == 0)
            Refusals.AddWhole("body", null, "body-without-items", "Send at least one item.");
        return new(items, places, Refusals.Found) { Count = Count, OfWhole = Refusals.OfWhole, LineOf = lineOf };
    }
}
