namespace KpiGrid.Api.Impact;

/// <summary>What a push moved, in a sentence for the one who pushed.</summary>
internal static class ImpactText
{
    /// <summary>A sentence names so many places; the moves list all.</summary>
    private const int PlacesMax = 5;

    public static string Of(PushAnswer answer, IReadOnlyList<MoveAnswer> moves)
    {
        var recorded = answer.Receipts.Where(receipt => !receipt.Repeated).ToList();
        if (recorded.Count == 0)
            return answer.Receipts.Count > 0 ? "Already have it, nothing moved." : "Nothing was recorded, nothing moved.";
        var head = recorded is [var only]
            ? $"{Value(only)} recorded, revision {only.Revision}"
            : $"{recorded.Count} recorded";
        if (moves.Count == 0) return $"{head}; no total moved.";
        var first = moves.Where(move => (move.Kpi, move.Period) == (moves[0].Kpi, moves[0].Period)).ToList();
        var rest = moves.Count > first.Count ? "; more moved beside it" : "";
        return $"{head}: {moves[0].Kpi} {moves[0].Period} moves {Places(first)}{Covered(first)}{rest}.";
    }

    public static string NotSettled(PushToken token) =>
        $"Recorded. What it moved is not known yet: read totals with atLeast={token}.";

    /// <summary>Above the pilot: it is the municipalities and regions that the sender wants to hear of.</summary>
    private static string Places(List<MoveAnswer> moves)
    {
        var above = moves.Skip(1).ToList();
        var told = above.Take(PlacesMax).Select(move => $"{move.Name ?? move.Node} {Text(move.From)} to {Text(move.To)} {move.Unit}");
        return string.Join(", ", told) + (above.Count > PlacesMax ? $" and {above.Count - PlacesMax} more" : "");
    }

    private static string Covered(List<MoveAnswer> moves) =>
        moves[^1].Coverage is { Expected: > 0 } coverage ? $", now {coverage.Reported} of {coverage.Expected}" : "";

    private static string Value(Receipt receipt) => receipt.B is { } b
        ? $"{receipt.A} / {b}"
        : $"{receipt.A} {receipt.Unit}";

    private static string Text(Amount? amount) => amount?.ToString() ?? "nothing";
}
