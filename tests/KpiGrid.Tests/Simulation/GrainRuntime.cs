using Orleans.Core;
using Orleans.Runtime;
using Orleans.Timers;

namespace KpiGrid.Tests.Simulation;

/// <summary>What a grain asks of Orleans beside its calls: other grains, and to be let go.</summary>
internal sealed class GrainRuntime(References references) : IGrainRuntime
{
    public IGrainFactory GrainFactory => references;

    public void DeactivateOnIdle(IGrainContext grainContext) => ((Activation)grainContext).Leave();

    public string SiloIdentity => throw new NotSupportedException();

    public SiloAddress SiloAddress => throw new NotSupportedException();

    public ITimerRegistry TimerRegistry => throw new NotSupportedException();

    public IServiceProvider ServiceProvider => throw new NotSupportedException();

    public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan) => throw new NotSupportedException();

    public IStorage<TGrainState> GetStorage<TGrainState>(IGrainContext grainContext) => throw new NotSupportedException();
}
