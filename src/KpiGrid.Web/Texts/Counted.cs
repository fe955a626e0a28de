namespace KpiGrid.Web.Texts;

/// <summary>A text that holds a count: for one, and for any other number of them.</summary>
/// <param name="One">The whole text for one.</param>
/// <param name="Many">The text for more, or none; {0} is how many.</param>
internal sealed record Counted(string One, string Many);
