namespace KpiGrid;

/// <summary>What is wanted of a KPI at a node, as the registry holds it: the document <c>target</c> of the HTTP API.</summary>
/// <remarks>Dated by its points and versioned by its journal stream: a change is a record with a reason.</remarks>
public sealed record TargetFacts
{
    /// <summary>The unit of the values: the KPI's own, or the currency of a money KPI.</summary>
    public string Unit { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>Where it starts from; null is nowhere in particular.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What is wanted when; 1 to 100 points, no period twice.</summary>
    public IReadOnlyList<TargetPoint> Points { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether it is invented, to show how it looks.</summary>
    public bool Sample { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => TargetCheck.Of(this);

    /// <summary>What is wrong with it as a target of a KPI, for a class or for all together; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check(KpiFacts kpi, ClassId? @class) => [.. TargetCheck.OfKpi(this, kpi, @class)];
}

/// <summary>A value wanted: in a period where amounts add up, at the end of it where a value stands or is a quotient.</summary>
public sealed record TargetPoint
{
    /// <summary>The period.</summary>
    public Period Period { get; init; }

    /// <summary>The value, in the target's unit.</summary>
    public Amount? Value { get; init; }
}

/// <summary>The value that a target starts from.</summary>
public sealed record Baseline
{
    /// <summary>The period it is of.</summary>
    public Period Period { get; init; }

    /// <summary>The value, in the target's unit.</summary>
    public Amount? Value { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Comment { get; init => field = PlainText.NfcOrNull(value); }
}
