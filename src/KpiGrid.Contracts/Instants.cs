using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace KpiGrid;

/// <summary>Turns an instant with its offset, such as <c>2026-12-31T23:30Z</c>, into a local day.</summary>
public static class Instants
{
    /// <summary>Whether a text is meant as an instant, not as a day or period.</summary>
    public static bool IsInstant([NotNullWhen(true)] string? text) => text is { Length: > 10 } && text[10] == 'T';

    /// <summary>The local day of an instant in an IANA zone.</summary>
    /// <remarks>
    /// Forms: <c>hh:mm</c>, <c>hh:mm:ss</c>, <c>hh:mm:ss.f</c> with up to nine digits, then <c>Z</c> or an offset up to
    /// 18 hours. A leap second <c>:60</c> is read as the last second of its minute.
    /// </remarks>
    /// <returns>False with a problem when the text is no instant, has no offset, or there is no such zone.</returns>
    public static bool TryLocalDay(
        string? text, string? ianaZone, out DateOnly day, [NotNullWhen(false)] out Problem? problem)
    {
        day = default;
        problem = null;
        if (!Zones.Exists(ianaZone))
        {
            problem = new("period", ianaZone, "zone-unknown", "Name an IANA time zone, such as Europe/Copenhagen.");
        }
        else if (!TryLocal(text, out var local, out var rest))
        {
            problem = new("period", text, "instant-unreadable", "Write it as 2026-12-31T23:30:00Z, or send the day.");
        }
        else if (rest.IsEmpty)
        {
            problem = new("period", text, "instant-without-offset", "Add Z or an offset like +01:00, or send the day.");
        }
        else if (!TryOffset(rest, out var offset))
        {
            problem = new("period", text, "offset-unreadable", "Write the offset as Z or as +01:00, at most 18 hours.");
        }
        else
        {
            day = Zones.LocalDay(local.WithOffset(offset).ToInstant(), ianaZone);
        }
        return problem is null;
    }

    private static bool TryLocal(string? text, out LocalDateTime local, out ReadOnlySpan<char> rest)
    {
        local = default;
        rest = default;
        if (!IsInstant(text) || text.Length is < 16 or > 40 || text[13] != ':') return false;
        var span = text.AsSpan();
        if (!PeriodText.TryDay(span[..10], out var day)) return false;
        if (!PeriodText.TryNumber(span[11..13], 0, 23, out var hour)) return false;
        if (!PeriodText.TryNumber(span[14..16], 0, 59, out var minute)) return false;
        if (!TrySecond(span[16..], out var second, out rest)) return false;
        local = new(day.Year, day.Month, day.Day, hour, minute, second);
        return true;
    }

    private static bool TrySecond(ReadOnlySpan<char> text, out int second, out ReadOnlySpan<char> rest)
    {
        second = 0;
        rest = text;
        if (text.IsEmpty || text[0] != ':') return true;
        if (text.Length < 3 || !PeriodText.TryNumber(text[1..3], 0, 60, out second)) return false;
        second = Math.Min(second, 59);
        rest = text[3..];
        if (rest.IsEmpty || rest[0] != '.') return true;
        var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = rest.Length - 1;
        rest = rest[(digits + 1)..];
        return digits is >= 1 and <= 9;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out Offset offset)
    {
        offset = default;
        if (text is "Z") return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!PeriodText.TryNumber(text[1..3], 0, 18, out var hours)) return false;
        if (!PeriodText.TryNumber(text[4..], 0, 59, out var minutes)) return false;
        var seconds = (hours * 60 + minutes) * 60;
        if (seconds > Offset.MaxValue.Seconds) return false;
        offset = Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
        return true;
    }
}
