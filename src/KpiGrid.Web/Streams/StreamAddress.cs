using KpiGrid.Api.Questions;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Streams;

/// <summary>The address of a KPI stream, as answers write it and as a page has it.</summary>
internal static class StreamAddress
{
    /// <summary>Reads <c>pilot/KPI[/class][@municipality]</c>, as an answer of this process wrote it.</summary>
    public static KpiStreamId Read(string text)
    {
        var parts = text.Split('@', 2);
        var names = parts[0].Split('/');
        return new(PilotId.Parse(names[0]), KpiCode.Parse(names[1]), names.Length > 2 ? ClassId.Parse(names[2]) : null,
            parts.Length > 1 ? MunicipalityId.Parse(parts[1]) : null);
    }

    /// <summary>The page of a KPI stream.</summary>
    public static string Of(ViewState state, KpiStreamId stream) => (state.At(new(PlaceKind.Pilot, stream.Pilot.Value)) with
    {
        Kpi = stream.Kpi, Class = stream.Class, Participant = stream.Municipality,
    }).On(PageKind.Stream).Address;
}
