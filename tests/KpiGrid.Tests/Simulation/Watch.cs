using Orleans.Runtime;

namespace KpiGrid.Tests.Simulation;

/// <summary>
/// Sees the versions that nodes answer with: one activation's never go back, and a new one begins at whatever any other had
/// answered before it was there.
/// </summary>
internal sealed class Watch
{
    private readonly Dictionary<GrainId, NodeVersion> answered = [];
    private readonly Dictionary<Activation, NodeVersion> floors = [];

    public List<string> Broken { get; } = [];

    public void Begins(Activation activation) => floors[activation] = answered.GetValueOrDefault(activation.GrainId);

    public void Answered(Activation activation, NodeVersion version)
    {
        if (floors[activation].IsAfter(version)) Broken.Add($"{activation} went back from {floors[activation]} to {version}");
        floors[activation] = version;
        if (version.IsAfter(answered.GetValueOrDefault(activation.GrainId))) answered[activation.GrainId] = version;
    }
}
