namespace KpiGrid.Web.Texts;

/// <summary>How to use the pages, and what this is.</summary>
internal sealed record HelpWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required HelpTopic Leads { get; init; }
    public required HelpTopic Coordinators { get; init; }
    public required HelpTopic Centres { get; init; }
    public required string About { get; init; }
    public required string AboutLead { get; init; }
    public required string Version { get; init; }
    public required string Software { get; init; }
    public required string SoftwareText { get; init; }
    public required string Data { get; init; }
    public required string DataUnset { get; init; }
    public required string Counting { get; init; }
    public required string CountingText { get; init; }
}

/// <summary>Help for one group of users.</summary>
/// <param name="Title">For whom.</param>
/// <param name="Lead">What they come for.</param>
/// <param name="Steps">What to do: a head, and a sentence or two.</param>
internal sealed record HelpTopic(string Title, string Lead, IReadOnlyList<(string Head, string Text)> Steps);
