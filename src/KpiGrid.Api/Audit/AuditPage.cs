using System.Buffers.Text;
using System.Globalization;
using System.Text;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Audit;

/// <summary>A page of the trail.</summary>
/// <param name="Items">The lines, newest first.</param>
/// <param name="Next">What to ask after for older ones; null at the end.</param>
internal sealed record AuditPage(IReadOnlyList<AuditLine> Items, string? Next)
{
    public static AuditPage Of(TrailPage page) =>
        new([.. page.Lines.Select(AuditLine.Of)], page.More ? Cursor(page.Lines[^1].Place) : null);

    /// <summary>The line a cursor stands for; null, with an error unless there was none.</summary>
    public static TrailPlace? Place(string? cursor, QuestionErrors errors)
    {
        if (cursor is null) return null;
        if (cursor.Length <= 500 && Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ') is [var ticks, var sequence, var stream]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(new(at, TimeSpan.Zero), stream, number);
        errors.Refuse("after", cursor, "cursor-unreadable", "Send `next` of the last page as it came.");
        return null;
    }

    private static string Cursor(TrailPlace place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{place.RecordedAt.UtcTicks} {place.Sequence} {place.Stream}")));
}

/// <summary>One line of the trail.</summary>
internal sealed record AuditLine(
    DateTimeOffset RecordedAt, string Stream, long Sequence, string Actor, string? Key, string Type, int Entries,
    IReadOnlyList<string> Reasons, string Hash)
{
    public static AuditLine Of(TrailLine line)
    {
        var author = line.Author.Split('/', 2);
        return new(line.Place.RecordedAt, line.Place.Stream, line.Place.Sequence, author[0],
            author.Length > 1 ? author[1] : null, line.Type, line.Entries, line.Reasons, line.Hash);
    }
}
