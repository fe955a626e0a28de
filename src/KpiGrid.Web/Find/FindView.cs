namespace KpiGrid.Web.Find;

/// <summary>What was found, as shown.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Found">What was found.</param>
/// <param name="IsCut">Whether there is more.</param>
public sealed record FindView(string Query, IReadOnlyList<FoundLine> Found, bool IsCut);

/// <summary>A place or pilot that was found.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Place">Its noun and id, such as <c>pilots/wb-1</c>.</param>
public sealed record FoundLine(string Address, string Name, string Kind, string Id, string Place);
