namespace KpiGrid.Api.Hosting;

/// <summary>Who may show an answer inside a page of theirs; a feature of the request, nobody without it.</summary>
internal sealed record FramedBy(IReadOnlyList<string> Origins);
