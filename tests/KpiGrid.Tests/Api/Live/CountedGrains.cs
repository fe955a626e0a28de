using System.Reflection;

namespace KpiGrid.Tests.Api.Live;

/// <summary>A cluster's grains, with a count of the observers that were made and taken away.</summary>
public class CountedGrains : DispatchProxy
{
    private IGrainFactory grains = null!;
    private int created;
    private int deleted;

    public int Created => Volatile.Read(ref created);

    public int Deleted => Volatile.Read(ref deleted);

    internal static IGrainFactory Around(IGrainFactory grains, out CountedGrains counted)
    {
        var proxy = Create<IGrainFactory, CountedGrains>();
        counted = (CountedGrains)(object)proxy;
        counted.grains = grains;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IGrainFactory.CreateObjectReference)) Interlocked.Increment(ref created);
        if (targetMethod.Name == nameof(IGrainFactory.DeleteObjectReference)) Interlocked.Increment(ref deleted);
        return targetMethod.Invoke(grains, args);
    }
}
