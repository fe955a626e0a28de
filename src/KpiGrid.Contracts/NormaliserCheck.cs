namespace KpiGrid;

/// <summary>What a list of normalisers must satisfy.</summary>
internal static class NormaliserCheck
{
    private const int ListMax = 1_000;
    private static readonly Amount limit = Amount.Of(1_000_000_000_000_000);

    public static void Into(Problems problems, IReadOnlyList<Normaliser>? normalisers)
    {
        if (normalisers is null) return;
        problems.Count(normalisers.Count, ListMax, "normalisers");
        foreach (var (index, entry) in normalisers.Index())
        {
            var field = $"normalisers[{index}]";
            problems.Require(Enum.IsDefined(entry.Kind), $"{field}.kind", null, "kind-unknown",
                $"One of: {NormaliserKinds.Texts.All}.");
            problems.Day($"{field}.from", entry.From);
            problems.Require(entry.Value.Sign >= 0 && entry.Value < limit, $"{field}.value", entry.Value,
                "value-out-of-range", "Give a value from 0 to below 1e15.");
            problems.Text($"{field}.source", entry.Source, PlainText.NameMax);
        }
        problems.Require(normalisers.DistinctBy(entry => (entry.Kind, entry.From)).Count() == normalisers.Count,
            "normalisers", null, "date-twice", "Give one value of a kind for each date.");
    }
}
