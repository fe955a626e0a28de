using System.Text.Json.Serialization;

namespace KpiGrid.Api.Editions;

/// <summary>An edition, its hash checked before it is answered.</summary>
internal sealed record EditionAnswer
{
    public required string Region { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Author { get; init; }

    /// <summary>Whether it was there already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Repeated { get; init; }

    public required EditionFacts Edition { get; init; }

    /// <summary>How many numbers of members the caller may not read; their lines are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Hidden { get; init; }
}

/// <summary>The editions of a region, without their numbers.</summary>
internal sealed record EditionsAnswer(string Region, IReadOnlyList<EditionSummary> Items);

/// <summary>What there is to know of an edition besides its numbers.</summary>
internal sealed record EditionSummary(
    int Number, string? Title, string? Round, DateTimeOffset CutOff, DateOnly From, DateOnly To, PeriodSize By, int Kpis,
    int Numbers, string Hash, DateTimeOffset RecordedAt)
{
    public static EditionSummary Of(KnownEdition edition) => new(
        edition.Id.Number, edition.Facts.Title, edition.Facts.Round, edition.Facts.CutOff, edition.Facts.From, edition.Facts.To,
        edition.Facts.By, edition.Facts.Kpis.Count, edition.Facts.Lines.Count, edition.Facts.Hash, edition.Entry.RecordedAt);
}
