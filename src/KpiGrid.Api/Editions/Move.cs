using System.Text.Json.Serialization;

namespace KpiGrid.Api.Editions;

/// <summary>A number that is not what it was.</summary>
internal record Move
{
    public required string Place { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    public required KpiCode Kpi { get; init; }
    public required Period Period { get; init; }

    /// <summary>The unit of the values; of money the currency.</summary>
    public required string Unit { get; init; }

    public Amount? Was { get; init; }
    public Amount? Now { get; init; }

    /// <summary>How much it changed; what was not there counts as nothing. Null where a quotient came or went.</summary>
    public Amount? By { get; init; }

    /// <summary>The moves from one number to another: none where it is as it was; of money one for each currency.</summary>
    /// <param name="was">Then; null: nothing.</param>
    /// <param name="now">Now; null: nothing.</param>
    /// <param name="unit">The KPI's unit.</param>
    public static IEnumerable<Move> Between(EditionLine? was, EditionLine? now, string unit)
    {
        var line = (now ?? was)!;
        if ((was?.Amounts.Count ?? 0) + (now?.Amounts.Count ?? 0) > 0)
            return Currencies(was, now).Where(currency => In(was, currency) != In(now, currency))
                .Select(currency => Of(line, currency, In(was, currency), In(now, currency), isSum: true));
        return Numbers(was) == Numbers(now) && was?.N > 0 == now?.N > 0
            ? [] : [Of(line, unit, was?.Value, now?.Value, isSum: line is { A: null, B: null })];
    }

    private static Move Of(EditionLine line, string unit, Amount? was, Amount? now, bool isSum) => new()
    {
        Place = line.Place, Kpi = line.Kpi, Period = line.Period, Unit = unit, Was = was, Now = now,
        By = isSum || (was is not null && now is not null) ? (now ?? Amount.Zero) - (was ?? Amount.Zero) : null,
    };

    private static (Amount?, Amount?, Amount?, Amount?, Amount?) Numbers(EditionLine? line) =>
        (line?.Value, line?.A, line?.B, line?.AtLeast, line?.AtMost);

    private static IEnumerable<string> Currencies(EditionLine? was, EditionLine? now) =>
        (was?.Amounts ?? []).Concat(now?.Amounts ?? []).Select(amount => amount.Unit).Distinct().Order(StringComparer.Ordinal);

    private static Amount? In(EditionLine? line, string currency) =>
        line?.Amounts.FirstOrDefault(amount => amount.Unit == currency)?.Value;
}
