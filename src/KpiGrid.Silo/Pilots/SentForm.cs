namespace KpiGrid.Silo.Pilots;

/// <summary>A measurement as it was sent, in the one form that equal measurements share; it asks nothing that can change.</summary>
internal static class SentForm
{
    /// <summary>As sent, with the unit by its id and the members hashed, each once and in order.</summary>
    public static Measurement Of(Measurement sent, ReadOnlySpan<byte> memberKey)
    {
        if (Units.TryFind(sent.Unit, out var unit) && unit.Id != sent.Unit) sent = sent with { Unit = unit.Id };
        return sent.Members is null ? sent : sent with { Members = Hashed(sent.Members, memberKey) };
    }

    /// <summary>The form that a completed measurement was sent in: it may have left the unit to the definition, and
    /// have named the only participant.</summary>
    public static Measurement Of(Measurement completed, MunicipalityId? named, bool isUnitOwn) =>
        named is null && !isUnitOwn
            ? completed
            : completed with
            {
                Municipality = named ?? completed.Municipality, Unit = isUnitOwn ? null : completed.Unit,
            };

    private static List<string> Hashed(IReadOnlyList<string> members, ReadOnlySpan<byte> memberKey)
    {
        var hashes = new SortedSet<UInt128>();
        foreach (var member in members) hashes.Add(MemberHash.Of(member, memberKey));
        return [.. hashes.Select(MemberHash.Text)];
    }
}
