namespace KpiGrid;

/// <summary>The turn of a municipality in a round.</summary>
/// <remarks>Written <c>ncc/2026-05-21/DK-0615</c>; that is the name of its journal stream after <c>turn/</c>.</remarks>
/// <param name="Round">The round.</param>
/// <param name="Municipality">Whose turn it is.</param>
public sealed record TurnId(RoundId Round, MunicipalityId Municipality)
{
    /// <summary>Reads an id; null when the text is none.</summary>
    public static TurnId? Read(string? text) =>
        (text ?? "").Split('/') is [var place, var name, var member] && RoundId.Read($"{place}/{name}") is { } round
            && MunicipalityId.TryParse(member, out var municipality)
            ? new(round, municipality) : null;

    /// <summary>The text that is read.</summary>
    public override string ToString() => $"{Round}/{Municipality}";
}
