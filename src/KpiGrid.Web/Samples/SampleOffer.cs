namespace KpiGrid.Web.Samples;

/// <summary>The sample networks, for an installation in which there is nothing yet; registered by a host that has them.</summary>
/// <param name="Load">Loads them; what is there already stays as it is.</param>
public sealed record SampleOffer(Func<CancellationToken, Task> Load);
