namespace KpiGrid.DyingServer;

/// <summary>Sees a push come to its pilot, and its answer leave.</summary>
internal sealed class DeathInPilot(Death death) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var isPush = context.InterfaceMethod.Name == nameof(IPilotGrain.Record);
        if (isPush) death.PushComes();
        await context.Invoke();
        if (isPush) death.At("applied");
    }
}
