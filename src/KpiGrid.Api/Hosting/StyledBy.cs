namespace KpiGrid.Api.Hosting;

/// <summary>The one style sheet that an answer may carry within itself, by its hash; a feature of the request, none without it.</summary>
internal sealed record StyledBy(string Hash);
