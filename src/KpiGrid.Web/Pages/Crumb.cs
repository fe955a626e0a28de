namespace KpiGrid.Web.Pages;

/// <summary>A step of the way to a page.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Address">Its page; null for the page itself.</param>
public sealed record Crumb(string Text, string? Address);
