using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>Something that wants to be in one of the pilot's next records.</summary>
internal abstract record PilotWork(string Author)
{
    /// <summary>Fails with whatever kept its record from being committed.</summary>
    public abstract void Fail(Exception failure);
}

internal sealed record PushWork(Push Push) : PilotWork(Push.Author)
{
    private readonly TaskCompletionSource<PushAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PushAnswer> Answer => done.Task;

    public void Complete(PushAnswer answer) => done.TrySetResult(answer);

    public override void Fail(Exception failure) => done.TrySetException(failure);

    /// <summary>Pushes of one author and import may share a record, unless one asks what it alone moved.</summary>
    public bool Joins(PushWork other) =>
        Author == other.Author && Push.Import == other.Push.Import && !Push.Impact && !other.Push.Impact;
}

internal sealed record CorrectionWork(CorrectionPush Push) : PilotWork(Push.Author)
{
    private readonly TaskCompletionSource<PushAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PushAnswer> Answer => done.Task;

    public void Complete(PushAnswer answer) => done.TrySetResult(answer);

    public override void Fail(Exception failure) => done.TrySetException(failure);
}

internal sealed record FactsWork(RegistryChange Change, PilotFacts Facts) : PilotWork(Change.Author)
{
    private readonly TaskCompletionSource<RegistryAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<RegistryAnswer> Answer => done.Task;

    public void Complete(RegistryAnswer answer) => done.TrySetResult(answer);

    public override void Fail(Exception failure) => done.TrySetException(failure);
}

/// <summary>Late marks; what the record holds is known when its turn has come.</summary>
internal sealed record LateWork(string Type, Func<Task<LateBody>> Make) : PilotWork(RegistryStart.Author)
{
    private readonly TaskCompletionSource<int> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<int> Answer => done.Task;

    public void Complete(int marks) => done.TrySetResult(marks);

    public override void Fail(Exception failure) => done.TrySetException(failure);
}
