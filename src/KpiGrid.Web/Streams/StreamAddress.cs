using KpiGrid.Api.Questions;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Streams;

/// <summary>The address of a KPI stream, as answers write it and as a page has it.</summary>
internal static class StreamAddress
{
    /// <summary>Reads <c>pilot/KPI[/class][@municipality]</c>, as an answer of this process wrote it.</summary>
    public static KpiStreamId Read(string text) =>
        TryRead(text, out var stream) ? stream : throw new FormatException($"'{text}' is no KPI stream");

    /// <summary>Reads the same as a browser kept it or a form sent it; false for anything else.</summary>
    public static bool TryRead(string text, out KpiStreamId stream)
    {
        stream = default;
        var parts = text.Split('@', 2);
        var names = parts[0].Split('/');
        var (@class, municipality) = (default(ClassId), default(MunicipalityId));
        if (names.Length is not (2 or 3) || !PilotId.TryParse(names[0], out var pilot) || !KpiCode.TryParse(names[1], out var kpi)
            || (names.Length > 2 && !ClassId.TryParse(names[2], out @class))
            || (parts.Length > 1 && !MunicipalityId.TryParse(parts[1], out municipality))) return false;
        stream = new(pilot, kpi, names.Length > 2 ? @class : null, parts.Length > 1 ? municipality : null);
        return true;
    }

    /// <summary>The page of a KPI stream.</summary>
    public static string Of(ViewState state, KpiStreamId stream) => (state.At(new(PlaceKind.Pilot, stream.Pilot.Value)) with
    {
        Kpi = stream.Kpi, Class = stream.Class, Participant = stream.Municipality,
    }).On(PageKind.Stream).Address;
}
