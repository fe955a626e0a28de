namespace KpiGrid.Api.Measurements;

/// <summary>The texts of the revision kinds that can be sent.</summary>
internal static class RevisionKinds
{
    private static readonly Dictionary<string, RevisionKind> Kinds = Enum.GetValues<RevisionKind>()
        .Where(kind => kind != RevisionKind.Initial)
        .ToDictionary(Text, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Kinds.Keys;

    public static string Text(RevisionKind kind) => kind.ToString().ToLowerInvariant();

    public static bool TryParse(string text, out RevisionKind kind) => Kinds.TryGetValue(text, out kind);
}
