using Orleans.Runtime;

namespace KpiGrid.Tests.Api.Hosting;

/// <summary>Stands for the cluster and for its only pilot; its answer to a push depends on which call it is.</summary>
internal sealed class PilotDouble(Func<int, PushAnswer> record) : IGrainFactory, IPilotGrain, IRegistryGrain
{
    private RegistryEntry? key;

    public int Calls { get; private set; }

    /// <summary>Answers otherwise from now on, and counts anew.</summary>
    public void Answer(Func<int, PushAnswer> otherwise) => (record, Calls) = (otherwise, 0);

    public Task<PushAnswer> Record(Push push) => Task.FromResult(record(++Calls));

    public Task<PushAnswer> Correct(CorrectionPush push) => throw new NotSupportedException();

    /// <summary>Of all nouns only the key is put.</summary>
    public Task<RegistryAnswer> Put(RegistryChange change)
    {
        key = new(change.Facts, 1, DateTimeOffset.UnixEpoch, change.Author, null);
        return Task.FromResult(new RegistryAnswer { Entry = key });
    }

    public Task<RegistryEntry?> Read(DateTimeOffset? asOf) => Task.FromResult(key);

    public Task<ApprovalAnswer> Decide(ApprovalAct act) => throw new NotSupportedException();

    public Task<Approval?> Approval() => throw new NotSupportedException();

    public Task<ConfirmationAnswer> Confirm(ConfirmationAct act) => throw new NotSupportedException();

    public Task<IReadOnlyList<KpiCode>> OnBehalf() => throw new NotSupportedException();

    public Task<RegistryEntry?> Read() => throw new NotSupportedException();

    public Task<Sums> Sums(SumsQuestion question) => throw new NotSupportedException();

    public Task<IReadOnlyList<Duty>> Duties() => throw new NotSupportedException();

    public Task<IReadOnlyList<LateDuty>> Late(DateOnly today) => throw new NotSupportedException();

    public Task<int> MarkLate() => throw new NotSupportedException();

    public Task<int> Told(IReadOnlyList<string> marks) => throw new NotSupportedException();

    public Task<IReadOnlyList<LateMark>> Marks() => throw new NotSupportedException();

    public Task<IReadOnlyList<SettledNode>> Settle(long sequence) => throw new NotSupportedException();

    public Task Poke(MunicipalityId municipality, NodeVersion holds, NodeVersion wants) =>
        throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => (TGrainInterface)(object)this;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(
        Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(
        long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) =>
        throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) =>
        throw new NotSupportedException();
}
