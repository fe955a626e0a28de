using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KpiGrid.Api.Streams;

/// <summary>The place of an entry in a series: by last day, id and revision. Opaque to clients.</summary>
internal readonly record struct SeriesPlace(DateOnly Last, string Id, int Revision) : IComparable<SeriesPlace>
{
    public static SeriesPlace Of(SeriesEntry entry) => new(entry.Days.Last, entry.Sent.Id.ToString(), entry.Revision);

    public static bool TryParse([NotNullWhen(true)] string? text, out SeriesPlace place)
    {
        place = default;
        if (text is not { Length: <= 200 } || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 3);
        if (parts.Length != 3
            || !DateOnly.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return false;
        place = new(last, parts[2], revision);
        return true;
    }

    public int CompareTo(SeriesPlace other)
    {
        var byDay = Last.CompareTo(other.Last);
        if (byDay != 0) return byDay;
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Revision.CompareTo(other.Revision);
    }

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Last:O} {Revision} {Id}")));
}
