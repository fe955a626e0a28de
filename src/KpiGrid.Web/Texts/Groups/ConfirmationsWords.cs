namespace KpiGrid.Web.Texts;

/// <summary>What was reported on behalf of participants, and what they say of it.</summary>
internal sealed record ConfirmationsWords
{
    public required string Title { get; init; }
    public required string Waiting { get; init; }
    public required string NoneWaiting { get; init; }
    public required string More { get; init; }
    public required string Hidden { get; init; }

    /// <summary>The day from which it holds, and the shares.</summary>
    public required string Key { get; init; }

    /// <summary>The same of a key for one KPI alone, which is the third.</summary>
    public required string KeyOfKpi { get; init; }

    /// <summary>By rule: the whole, what participants report themselves of it, and what is left of it.</summary>
    public required IReadOnlyDictionary<string, string> Rules { get; init; }

    /// <summary>By the text form of a status.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>By the text form of an act: by whom, when, what the part was, and the revision.</summary>
    public required IReadOnlyDictionary<string, string> Told { get; init; }

    public required string Confirm { get; init; }
    public required string Dispute { get; init; }
    public required string Why { get; init; }

    /// <summary>By the code of what is refused.</summary>
    public required IReadOnlyDictionary<string, string> Wrong { get; init; }
}
