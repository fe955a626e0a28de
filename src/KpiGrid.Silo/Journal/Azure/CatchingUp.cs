namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Work of which one run at a time serves all who asked before it began.</summary>
internal sealed class CatchingUp
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Task? next;

    /// <summary>The run that begins after this call, on a thread of the pool: who asks may be a grain.</summary>
    public Task Join(Func<Task> work)
    {
        lock (gate) return next ??= Task.Run(() => Run(running, work));
    }

    private async Task Run(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate) (running, next) = (next!, null);
        await work().ConfigureAwait(false);
    }
}
