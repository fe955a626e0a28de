using System.Globalization;
using System.Numerics;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>The amounts of a measurement in its KPI's unit; converted once, half to even, to 1e-9.</summary>
internal readonly record struct MeasurementValue(Amount A, Amount B, string? Currency, ClassId? Score)
{
    /// <summary>Every |value| stays below this.</summary>
    private static readonly Amount ValueLimit = Amount.Of(1_000_000_000_000_000);

    /// <summary>Every |value x weight| stays below this.</summary>
    private static readonly Amount ProductLimit = Amount.Of(1_000_000_000_000_000_000);

    public static bool TryRead(
        Measurement sent, KpiDefinition definition, PilotOptions options, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        problem = Unexpected(sent, definition.Facts.Kind);
        if (problem is not null) return false;
        if (sent.Silence is not null) return SilenceReasons.IsKnown(sent.Silence, out problem);
        return definition.Facts.Kind switch
        {
            KpiKind.Ratio => TryParts(sent, definition, out value, out problem),
            KpiKind.Level when sent.Numerator is not null => TryParts(sent, definition, out value, out problem),
            KpiKind.Level => TryLevel(sent, definition, out value, out problem),
            KpiKind.Score => TryScore(sent, definition, out value, out problem),
            KpiKind.Distinct => TryDistinct(sent, definition, options, out value, out problem),
            _ => TryPlain(sent, definition, out value, out problem),
        };
    }

    /// <summary>A member of another kind's form is refused, never ignored.</summary>
    private static Problem? Unexpected(Measurement sent, KpiKind kind)
    {
        var silent = sent.Silence is not null;
        var takesDenominator = kind == KpiKind.Ratio || (kind == KpiKind.Level && sent.Numerator is not null);
        (string Field, object? Given, bool Allowed)[] members =
        [
            ("value", sent.Value, !silent && kind != KpiKind.Ratio && sent.Reading is null && sent.Numerator is null),
            ("numerator", sent.Numerator, !silent && kind.HasParts()),
            ("denominator", sent.Denominator, !silent && takesDenominator),
            ("weight", sent.Weight, !silent && kind == KpiKind.Level && sent.Numerator is null),
            ("members", sent.Members, !silent && kind == KpiKind.Distinct && sent.Value is null),
            ("reading", sent.Reading, !silent && kind is KpiKind.Flow or KpiKind.EventCount),
            ("reset", sent.Reset ? true : null, sent.Reading is not null),
        ];
        foreach (var (field, given, allowed) in members)
            if (given is not null && !allowed)
                return silent
                    ? new(field, Text(given), "number-and-silence", "Send a number or a reason for silence, not both.")
                    : new(field, Text(given), "field-not-for-kind", $"A {kind.Text()} is sent {FormOf(kind)}.");
        return null;
    }

    private static string FormOf(KpiKind kind) => kind switch
    {
        KpiKind.Ratio => "as numerator and denominator",
        KpiKind.Level => "as value and weight, or as numerator and denominator",
        KpiKind.Distinct => "as members, or as a bare value",
        KpiKind.Flow or KpiKind.EventCount => "as value, or as reading (with reset where it began again)",
        _ => "as value",
    };

    private static bool TryPlain(
        Measurement sent, KpiDefinition definition, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        var field = sent.Reading is null ? "value" : "reading";
        if (!TryGiven(sent.Value ?? sent.Reading, field, out var given, out problem)) return false;
        var facts = definition.Facts;
        if (facts.Quantity == QuantityKind.Money) return TryMoney(sent, given, out value, out problem);
        if (!TryConvert(given, field, sent.Unit, facts.Unit, facts.Quantity, out var amount, out problem)) return false;
        problem = NegativeProblem(sent, facts.Kind, amount) ?? RangeProblem(field, amount, facts.Range);
        value = new(amount, Amount.Zero, null, null);
        return problem is null;
    }

    private static bool TryMoney(Measurement sent, Amount given, out MeasurementValue value, out Problem? problem)
    {
        problem = CurrencyProblem(sent.Unit);
        value = new(given, Amount.Zero, sent.Unit, null);
        problem ??= NegativeProblem(sent, KpiKind.Flow, given);
        return problem is null;
    }

    private static Problem? CurrencyProblem(string? unit) => KpiGrid.Currency.IsCode(unit)
        ? null
        : new("unit", unit, "currency-required", "Send the ISO 4217 code of the currency, such as EUR or DKK.");

    private static bool TryParts(
        Measurement sent, KpiDefinition definition, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        var facts = definition.Facts;
        if (!TryGiven(sent.Numerator, "numerator", out var numerator, out problem)) return false;
        if (!TryGiven(sent.Denominator, "denominator", out var denominator, out problem)) return false;
        if (!TryConvertPart(numerator, "numerator", sent.Unit, facts.Numerator ?? facts.Weight, out var a, out problem)) return false;
        if (!TryConvertPart(denominator, "denominator", sent.Unit, facts.Denominator ?? facts.Weight, out var b, out problem)) return false;
        if (b.Sign < 0) problem = new("denominator", Text(denominator), "denominator-negative", "Send a denominator of 0 or more.");
        value = new(a, b, null, null);
        return problem is null;
    }

    private static bool TryLevel(
        Measurement sent, KpiDefinition definition, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        var facts = definition.Facts;
        if (!TryGiven(sent.Value, "value", out var given, out problem)) return false;
        if (!TryGiven(sent.Weight, "weight", out var weight, out problem)) return false;
        if (!TryConvert(given, "value", sent.Unit, facts.Unit, facts.Quantity, out var level, out problem)) return false;
        if (weight.Sign < 0) problem = new("weight", Text(weight), "weight-negative", "Send a weight of 0 or more.");
        problem ??= RangeProblem("value", level, facts.Range);
        if (problem is not null) return false;
        problem = ProductProblem(level, weight);
        if (problem is null) value = new(Amount.Product(level, weight), weight, null, null);
        return problem is null;
    }

    /// <summary>Held against the limit before it is rounded: a product far beyond it is no amount at all.</summary>
    private static Problem? ProductProblem(Amount level, Amount weight) =>
        2 * BigInteger.Abs((BigInteger)level.Count * weight.Count) >= (2 * (BigInteger)ProductLimit.Count - 1) * Amount.Scale
            ? new("weight", Text(weight), "product-out-of-range", "Keep |value x weight| below 1e18.")
            : null;

    private static bool TryScore(
        Measurement sent, KpiDefinition definition, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        if (!TryGiven(sent.Value, "value", out var given, out problem)) return false;
        if (!TryUnit(sent, definition.Facts, out problem)) return false;
        var text = given.ToString();
        if (definition.Facts.Classes.Any(@class => @class.Value == text) && ClassId.TryParse(text, out var score))
        {
            value = new(Amount.One, Amount.Zero, null, score);
            return true;
        }
        problem = new("value", text, "score-unknown", $"Send one of: {string.Join(", ", definition.Facts.Classes)}.");
        return false;
    }

    private static bool TryDistinct(
        Measurement sent, KpiDefinition definition, PilotOptions options, out MeasurementValue value, out Problem? problem)
    {
        value = default;
        if (!TryUnit(sent, definition.Facts, out problem)) return false;
        if (sent.Members is { } members)
        {
            if (members.Count > options.MembersMax)
                problem = new("members", Text(members.Count), "members-too-many", $"Send at most {options.MembersMax} members.");
            return problem is null;
        }
        if (!TryGiven(sent.Value, "value", out var given, out problem)) return false;
        if (given.Sign < 0 || given.Count % Amount.Scale != 0)
            problem = new("value", Text(given), "not-a-whole-number", "Send a whole number of 0 or more, or the members.");
        value = new(given, Amount.Zero, null, null);
        return problem is null;
    }

    /// <summary>Scores and members are counted as they are; a unit of another quantity is refused all the same.</summary>
    private static bool TryUnit(Measurement sent, KpiFacts facts, out Problem? problem) =>
        TryConvert(Amount.One, "value", sent.Unit, facts.Unit, facts.Quantity, out _, out problem);

    private static bool TryGiven(Amount? sent, string field, out Amount given, out Problem? problem)
    {
        given = sent ?? Amount.Zero;
        problem = sent is null
            ? new(field, null, $"{field}-required", $"Send {field} as a number.")
            : given >= ValueLimit || given <= -ValueLimit
                ? new(field, Text(given), "value-out-of-range", "Keep the magnitude below 1e15.")
                : null;
        return problem is null;
    }

    private static bool TryConvert(
        Amount given, string field, string? sentUnit, string kpiUnit, QuantityKind quantity, out Amount amount, out Problem? problem)
    {
        amount = given;
        problem = null;
        var to = Units.Find(kpiUnit);
        if (sentUnit is null) return true;
        if (!Units.TryFind(sentUnit, out var from)) problem = UnitProblem(sentUnit, Units.Accepted(to, quantity));
        else if (!Units.Convert(given, from, to, quantity, out amount)) problem = UnitProblem(sentUnit, Units.Accepted(to, quantity));
        else if (amount >= ValueLimit || amount <= -ValueLimit)
            problem = new(field, Text(given), "value-out-of-range", $"In {kpiUnit} the magnitude must stay below 1e15.");
        return problem is null;
    }

    private static bool TryConvertPart(
        Amount given, string field, string? sentUnit, string? partUnit, out Amount amount, out Problem? problem)
    {
        amount = given;
        problem = null;
        if (sentUnit is null || partUnit is null) return true;
        var to = Units.Find(partUnit);
        if (!Units.TryFind(sentUnit, out var from) || !Units.Convert(given, from, to, out amount))
            problem = UnitProblem(sentUnit, [.. to.Kinds.SelectMany(kind => Units.Accepted(to, kind)).Distinct()]);
        else if (amount >= ValueLimit || amount <= -ValueLimit)
            problem = new(field, Text(given), "value-out-of-range", $"In {partUnit} the magnitude must stay below 1e15.");
        return problem is null;
    }

    private static Problem UnitProblem(string sent, IReadOnlyList<string> accepted) => Units.IsAmbiguous(sent)
        ? new("unit", sent, "unit-ambiguous", "Send t for 1000 kg or ston for a US ton.")
        : new("unit", sent, "unit-not-accepted", $"Send one of: {string.Join(", ", accepted)}.");

    private static Problem? NegativeProblem(Measurement sent, KpiKind kind, Amount amount) =>
        amount.Sign < 0 && !kind.IsStanding() && (sent.Flag is null || string.IsNullOrWhiteSpace(sent.Note))
            ? new("value", Text(amount), "negative-needs-reason", "A negative amount is a correction: send flag and note with it.")
            : null;

    private static Problem? RangeProblem(string field, Amount amount, AmountRange? range)
    {
        if (range?.Min is { } min && amount < min)
            return new(field, Text(amount), "value-below-range", $"The definition allows {min} or more.");
        return range?.Max is { } max && amount > max
            ? new(field, Text(amount), "value-above-range", $"The definition allows {max} or less.")
            : null;
    }

    private static string Text(object given) => given switch
    {
        Amount amount => amount.ToString(),
        IReadOnlyList<string> list => $"{list.Count} members",
        _ => Convert.ToString(given, CultureInfo.InvariantCulture) ?? "",
    };
}
