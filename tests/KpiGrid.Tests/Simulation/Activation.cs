using Orleans.Runtime;
using Orleans.Serialization.Invocation;
using Orleans.Storage;

namespace KpiGrid.Tests.Simulation;

/// <summary>One activation of a grain, which is the product's own: takes messages, runs turns, may be lost.</summary>
internal sealed class Activation : IGrainContext
{
    private readonly Queue<Message> waiting = new();
    private readonly Grain grain;
    private readonly bool interleaves;
    private readonly string name;
    private int running;
    private bool isActive;
    private bool isLeaving;
    private bool isGone;

    public Activation(GrainId id, Silo silo, int number)
    {
        (GrainId, Silo, Number) = (id, silo, number);
        name = $"{id.Key}#{number}@{silo}";
        Lane = new(silo.Turns, name) { Silo = silo };
        grain = silo.Make(this);
        interleaves = grain is not KpiGrid.Silo.Registry.RegistryGrain;
    }

    public GrainId GrainId { get; }

    public Silo Silo { get; }

    /// <summary>Later activations have higher numbers.</summary>
    public int Number { get; }

    public Lane Lane { get; }

    public object GrainInstance => grain;

    public IServiceProvider ActivationServices => Silo;

    public GrainReference GrainReference => throw new NotSupportedException();

    public ActivationId ActivationId => throw new NotSupportedException();

    public GrainAddress Address => throw new NotSupportedException();

    public IGrainLifecycle ObservableLifecycle => throw new NotSupportedException();

    public IWorkItemScheduler Scheduler => throw new NotSupportedException();

    public Task Deactivated => throw new NotSupportedException();

    public void Start()
    {
        Silo.Watch.Begins(this);
        Lane.Run(() => _ = Activate());
    }

    public void Receive(Message message)
    {
        if (isActive && (interleaves || running == 0)) Begin(message);
        else waiting.Enqueue(message);
    }

    /// <summary>Takes nothing more; what runs may end first.</summary>
    public void Leave()
    {
        if (isLeaving) return;
        isLeaving = true;
        Silo.Directory.Leave(this);
        Silo.Turns.After(TimeSpan.FromSeconds(5), Lose);
        LeaveWhenIdle();
    }

    /// <summary>Throws the state away, with everything that runs: nobody gets an answer.</summary>
    public void Lose()
    {
        if (isGone) return;
        isLeaving = isGone = true;
        Silo.Directory.Leave(this);
        Lane.Run(() =>
        {
            if (isActive) _ = grain.OnDeactivateAsync(new(DeactivationReasonCode.RuntimeRequested, "lost"), CancellationToken.None);
            Lane.Run(Lane.Close);
        });
    }

    public object? GetTarget() => grain;

    public object? GetComponent(Type componentType) => null;

    public void SetComponent<TComponent>(TComponent? value) where TComponent : class => throw new NotSupportedException();

    public void ReceiveMessage(object message) => throw new NotSupportedException();

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken) => Start();

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken) => Leave();

    public void Rehydrate(IRehydrationContext context) => throw new NotSupportedException();

    public void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Number;

    public override string ToString() => name;

    private async Task Activate()
    {
        try
        {
            await grain.OnActivateAsync(CancellationToken.None);
            isActive = true;
        }
        catch (Exception failure)
        {
            Silo.Story.Tell($"{this} did not activate: {failure.Message}");
            Leave();
            while (waiting.TryDequeue(out var message)) Silo.Network.Answer(message, Silo, Response.FromException(failure));
        }
        BeginWaiting();
    }

    private void BeginWaiting()
    {
        while (isActive && (interleaves || running == 0) && waiting.TryDequeue(out var message)) Begin(message);
    }

    private void Begin(Message message)
    {
        running++;
        Lane.Run(() => _ = Run(message));
    }

    private async Task Run(Message message)
    {
        Response response;
        try
        {
            message.Request.SetTarget(this);
            response = await message.Request.Invoke();
        }
        catch (Exception failure)
        {
            response = Response.FromException(failure);
        }
        if (response.Exception is InconsistentStateException) Leave();
        if (response.Exception is null && response.Result is Sums sums) Silo.Watch.Answered(this, sums.Version);
        Silo.Network.Answer(message, Silo, response);
        running--;
        BeginWaiting();
        LeaveWhenIdle();
    }

    private void LeaveWhenIdle()
    {
        if (isLeaving && running == 0 && waiting.Count == 0) Lose();
    }
}
