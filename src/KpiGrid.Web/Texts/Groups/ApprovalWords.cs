namespace KpiGrid.Web.Texts;

/// <summary>Which periods of a pilot may still change.</summary>
internal sealed record ApprovalWords
{
    public required string Title { get; init; }

    /// <summary>By how many have to say yes.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>By the text form of a status.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>By the text form of an act.</summary>
    public required IReadOnlyDictionary<string, string> Buttons { get; init; }

    /// <summary>By the text form of an act; the day.</summary>
    public required IReadOnlyDictionary<string, string> Told { get; init; }

    public required string Day { get; init; }
    public required string Note { get; init; }
    public required string DayWrong { get; init; }

    /// <summary>By the code of what is refused.</summary>
    public required IReadOnlyDictionary<string, string> Wrong { get; init; }
}
