using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The closed table of units. Anything not in it is refused; there is no arithmetic on unit texts.</summary>
/// <remarks>
/// UCUM alone does not protect totals: it converts <c>t{CO2eq}</c> to <c>t</c> and <c>{EUR}</c> to <c>{DKK}</c> at one
/// to one, since it ignores what stands in braces. Here two units convert only inside a quantity kind that both have.
/// </remarks>
public static class Units
{
    private static readonly FrozenDictionary<string, Unit> BySpelling = Spellings().ToFrozenDictionary(
        pair => pair.Spelling, pair => pair.Unit, StringComparer.Ordinal);

    /// <summary>Every unit.</summary>
    public static IReadOnlyList<Unit> All => UnitTable.Rows;

    /// <summary>Finds a unit by its id, its UCUM text or a spelling people type; case counts.</summary>
    public static bool TryFind([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Unit unit)
    {
        unit = null;
        return text is not null && BySpelling.TryGetValue(text, out unit);
    }

    /// <summary>The unit of an id or spelling known to be in the table.</summary>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public static Unit Find(string text) =>
        TryFind(text, out var unit) ? unit : throw new ArgumentException($"'{text}' is not a unit", nameof(text));

    /// <summary>Whether a text names more than one unit, so that the sender is asked: a bare <c>ton</c>.</summary>
    /// <remarks>It is 1000 kg in Danish and Dutch, 907.18474 kg in the US: <c>t</c> or <c>ston</c>.</remarks>
    public static bool IsAmbiguous(string? text) =>
        string.Equals(text, "ton", StringComparison.OrdinalIgnoreCase);

    /// <summary>Converts once, half to even, to 1e-9, inside one quantity kind that both units measure.</summary>
    /// <returns>False when the units do not convert in this kind, or the result does not fit.</returns>
    public static bool Convert(Amount value, Unit from, Unit to, QuantityKind kind, out Amount converted)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        converted = value;
        if (!from.Measures(kind) || !to.Measures(kind) || from.Dimension != to.Dimension) return false;
        return ReferenceEquals(from, to) || TryScale(value, from, to, out converted);
    }

    /// <summary>Converts as above, in any quantity kind that both units measure: for the parts of a ratio.</summary>
    /// <returns>False when there is no such kind, or the result does not fit.</returns>
    public static bool Convert(Amount value, Unit from, Unit to, out Amount converted)
    {
        ArgumentNullException.ThrowIfNull(from);
        converted = value;
        foreach (var kind in from.Kinds)
        {
            if (Convert(value, from, to, kind, out converted)) return true;
        }
        return false;
    }

    /// <summary>The ids of the units that a value of this KPI unit may be sent in.</summary>
    public static IReadOnlyList<string> Accepted(Unit unit, QuantityKind kind) =>
        [.. All.Where(sent => Convert(Amount.One, sent, unit, kind, out _)).Select(sent => sent.Id)];

    private static bool TryScale(Amount value, Unit from, Unit to, out Amount converted)
    {
        converted = value;
        try
        {
            converted = value.Times(from.Numerator * to.Denominator, from.Denominator * to.Numerator);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Spelling, Unit Unit)> Spellings()
    {
        var rows = UnitTable.Rows.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        foreach (var unit in UnitTable.Rows)
        {
            yield return (unit.Id, unit);
            if (unit.Ucum is { } ucum && ucum != unit.Id) yield return (ucum, unit);
        }
        foreach (var (spelling, id) in UnitTable.Aliases) yield return (spelling, rows[id]);
    }
}
