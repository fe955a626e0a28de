using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.CodeGeneration;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;
using Orleans.Serialization.Serializers;

namespace KpiGrid.Tests.Simulation;

/// <summary>Grain references as Orleans generates them, whose calls go to the simulated network.</summary>
internal sealed class References(IGrainReferenceRuntime network) : IGrainFactory
{
    private static readonly ServiceProvider services =
        new ServiceCollection().AddSerializer().AddSingleton<CopyContextPool>().BuildServiceProvider();

    private static readonly Dictionary<Type, Type> proxies = services
        .GetRequiredService<IOptions<TypeManifestOptions>>().Value.InterfaceProxies
        .SelectMany(proxy => proxy.GetInterfaces().Select(contract => (contract, proxy)))
        .Where(pair => pair.contract.Assembly.GetName().Name!.StartsWith("KpiGrid", StringComparison.Ordinal))
        .DistinctBy(pair => pair.contract).ToDictionary(pair => pair.contract, pair => pair.proxy);

    private readonly Dictionary<(Type, string), object> known = [];

    /// <summary>Grains are told apart by the interface they were written for.</summary>
    public static GrainId IdOf(Type contract, string key) => GrainId.Create(contract.Name, key);

    public object Get(Type contract, GrainId id)
    {
        var key = (contract, id.ToString());
        if (known.TryGetValue(key, out var reference)) return reference;
        var shared = new GrainReferenceShared(
            id.Type, GrainInterfaceType.Create(contract.Name), 0, network, InvokeMethodOptions.None,
            services.GetRequiredService<CodecProvider>(), services.GetRequiredService<CopyContextPool>(), services);
        return known[key] = Activator.CreateInstance(proxies[contract], shared, id.Key)!;
    }

    public T Get<T>(string key) => (T)Get(typeof(T), IdOf(typeof(T), key));

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => Get<TGrainInterface>(primaryKey);

    TGrainInterface IGrainFactory.GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix) => throw No();

    TGrainInterface IGrainFactory.GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix) => throw No();

    TGrainInterface IGrainFactory.GetGrain<TGrainInterface>(
        Guid primaryKey, string keyExtension, string? grainClassNamePrefix) => throw No();

    TGrainInterface IGrainFactory.GetGrain<TGrainInterface>(
        long primaryKey, string keyExtension, string? grainClassNamePrefix) => throw No();

    TGrainObserverInterface IGrainFactory.CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) => throw No();

    void IGrainFactory.DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) => throw No();

    IGrain IGrainFactory.GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw No();

    IGrain IGrainFactory.GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw No();

    IGrain IGrainFactory.GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw No();

    IGrain IGrainFactory.GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw No();

    IGrain IGrainFactory.GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw No();

    TGrainInterface IGrainFactory.GetGrain<TGrainInterface>(GrainId grainId) => throw No();

    IAddressable IGrainFactory.GetGrain(GrainId grainId) => throw No();

    IAddressable IGrainFactory.GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw No();

    IAddressable IGrainFactory.GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw No();

    IAddressable IGrainFactory.GetGrain(Type interfaceType, IdSpan grainKey) => throw No();

    private static NotSupportedException No() => new("Grains are known by text keys here");
}
