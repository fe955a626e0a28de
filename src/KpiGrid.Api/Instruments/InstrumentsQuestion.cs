using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Instruments;

/// <summary>The parameters of a question for instruments, as sent.</summary>
internal sealed record InstrumentsQuery
{
    public static readonly string[] Names = ["place", "from", "to", "q", "kpi"];

    [FromQuery(Name = "place")] public string[]? Place { get; init; }
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>Words that all stand in the title, the address or the kind.</summary>
    [FromQuery(Name = "q")] public string? Text { get; init; }

    /// <summary>Only instruments behind this KPI, the strongest effect first.</summary>
    [FromQuery(Name = "kpi")] public string? Kpi { get; init; }
}

/// <summary>A question for instruments that can be asked.</summary>
/// <param name="Places">Where something moved.</param>
/// <param name="Days">When.</param>
/// <param name="Words">What must stand in an instrument's title, address or kind.</param>
/// <param name="Kpi">Only what is behind this KPI; null for all.</param>
internal sealed record InstrumentsQuestion(IReadOnlyList<PlaceRef> Places, DayRange Days, IReadOnlyList<string> Words, KpiCode? Kpi)
{
    private const int TextMax = 200;

    /// <summary>Reads a question; null and errors when anything is wrong with it.</summary>
    public static InstrumentsQuestion? Read(InstrumentsQuery query, int placesMax, QuestionErrors errors)
    {
        var places = QuestionText.Places(query.Place, placesMax, errors);
        var days = QuestionText.Days(query.From, query.To, errors);
        KpiCode? kpi = query.Kpi is null ? null : QuestionText.Kpi(query.Kpi, errors);
        if (query.Text?.Length > TextMax) errors.Refuse("q", null, "text-too-long", $"Look for at most {TextMax} characters.");
        return errors.Any ? null : new([.. places.Distinct()], days!.Value, (query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), kpi);
    }

    public bool IsLookedFor(InstrumentAnswer instrument)
    {
        var text = $"{instrument.Title} {instrument.Link} {instrument.Kind}";
        return Words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
