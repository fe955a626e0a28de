namespace KpiGrid;

/// <summary>What the lines of an explanation of a distinct count come to together.</summary>
/// <param name="Members">The hash of each member in them, once; for the union over pilots, never to be shown.</param>
/// <param name="Numbers">The lines that gave a number only, which bound the count.</param>
[GenerateSerializer, Immutable, Alias("ExplainedMembers")]
public sealed record ExplainedMembers(
    [property: Id(0)] IReadOnlyList<UInt128> Members, [property: Id(1)] IReadOnlyList<NumberOnly> Numbers);
