using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>Something that wants to be in one of the pilot's next records.</summary>
internal abstract record PilotWork(string Author)
{
    /// <summary>Fails with whatever kept its record from being committed.</summary>
    public abstract void Fail(Exception failure);
}

/// <summary>The same with the answer that somebody waits for.</summary>
internal abstract record PilotWork<TAnswer>(string Author) : PilotWork(Author)
{
    private readonly TaskCompletionSource<TAnswer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TAnswer> Answer => done.Task;

    public void Complete(TAnswer answer) => done.TrySetResult(answer);

    public override void Fail(Exception failure) => done.TrySetException(failure);
}

internal sealed record PushWork(Push Push) : PilotWork<PushAnswer>(Push.Author)
{
    /// <summary>Pushes of one author and import may share a record, unless one asks what it alone moved.</summary>
    public bool Joins(PushWork other) =>
        Author == other.Author && Push.Import == other.Push.Import && !Push.Impact && !other.Push.Impact;
}

internal sealed record CorrectionWork(CorrectionPush Push) : PilotWork<PushAnswer>(Push.Author);

internal sealed record FactsWork(RegistryChange Change, PilotFacts Facts) : PilotWork<RegistryAnswer>(Change.Author);

internal sealed record ApprovalWork(ApprovalAct Act) : PilotWork<ApprovalAnswer>(Act.Author);

internal sealed record ConfirmationWork(ConfirmationAct Act) : PilotWork<ConfirmationAnswer>(Act.Author);

/// <summary>Late marks; what the record holds is known when its turn has come.</summary>
internal sealed record LateWork(string Type, Func<Task<LateBody>> Make) : PilotWork<int>(RegistryStart.Author);
