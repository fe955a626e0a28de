using System.Numerics;

namespace KpiGrid;

/// <summary>A unit of the closed table; see <see cref="Units"/>. There is one object per unit.</summary>
public sealed class Unit
{
    internal Unit(string id, string? ucum, string? cefact, string dimension, long numerator, long denominator,
        params QuantityKind[] kinds)
    {
        Id = id;
        Ucum = ucum;
        Cefact = cefact;
        Dimension = dimension;
        Numerator = numerator;
        Denominator = denominator;
        Kinds = kinds;
    }

    /// <summary>The id, such as <c>t</c>; what answers show.</summary>
    public string Id { get; }

    /// <summary>The UCUM text, when there is one.</summary>
    public string? Ucum { get; }

    /// <summary>The UN/CEFACT code, when there is one.</summary>
    public string? Cefact { get; }

    /// <summary>The quantity kinds it may measure.</summary>
    public IReadOnlyList<QuantityKind> Kinds { get; }

    /// <summary>Units convert inside one dimension only; months and days are two.</summary>
    internal string Dimension { get; }

    /// <summary>Times this, through <see cref="Denominator"/>: the dimension's base unit.</summary>
    internal BigInteger Numerator { get; }

    internal BigInteger Denominator { get; }

    /// <summary>Whether it may measure this kind.</summary>
    public bool Measures(QuantityKind kind) => Kinds.Contains(kind);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
