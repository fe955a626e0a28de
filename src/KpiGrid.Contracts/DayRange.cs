using System.Globalization;

namespace KpiGrid;

/// <summary>Local calendar days from a first to a last, both included; at least one day.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; a measurement is booked on it.</param>
[GenerateSerializer, Immutable, Alias("DayRange")]
public readonly record struct DayRange([property: Id(0)] DateOnly First, [property: Id(1)] DateOnly Last)
    : IComparable<DayRange>
{
    /// <summary>The range of one day.</summary>
    public static DayRange Of(DateOnly day) => new(day, day);

    /// <summary>The half-open range [from, to); to = null is open.</summary>
    public static DayRange Between(DateOnly from, DateOnly? to) =>
        new(from, to is { } end ? end.AddDays(-1) : DateOnly.MaxValue);

    /// <summary>Every day there is.</summary>
    public static DayRange Always => new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The number of days.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether a day lies inside.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether another range lies wholly inside.</summary>
    public bool Contains(DayRange other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The shared days, or null when there are none.</summary>
    public DayRange? Intersect(DayRange other)
    {
        var first = First > other.First ? First : other.First;
        var last = Last < other.Last ? Last : other.Last;
        return first <= last ? new(first, last) : null;
    }

    /// <summary>What is left without the days of another range: none, one or two ranges, in order.</summary>
    public IEnumerable<DayRange> Without(DayRange other)
    {
        if (!Overlaps(other)) yield return this;
        else
        {
            if (First < other.First) yield return this with { Last = other.First.AddDays(-1) };
            if (other.Last < Last) yield return this with { First = other.Last.AddDays(1) };
        }
    }

    /// <summary>By last day, then by first day.</summary>
    public int CompareTo(DayRange other)
    {
        var byLast = Last.CompareTo(other.Last);
        return byLast != 0 ? byLast : First.CompareTo(other.First);
    }

    /// <summary>The half-open text <c>from/to</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{First:O}/{(Last == DateOnly.MaxValue ? Last : Last.AddDays(1)):O}");
}
