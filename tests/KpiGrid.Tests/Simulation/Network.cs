using Orleans.CodeGeneration;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace KpiGrid.Tests.Simulation;

/// <summary>Carries calls and answers between processes: late, in another order, twice, or not at all.</summary>
internal sealed class Network(Turns turns, Chance chance, Faults faults, Story story, Directory directory)
    : IGrainReferenceRuntime
{
    /// <summary>Orleans' own, where a method does not say otherwise.</summary>
    private static readonly TimeSpan answersWithin = TimeSpan.FromSeconds(30);

    /// <summary>Calls that are safe to repeat, and that a resending transport may so bring twice.</summary>
    private static readonly HashSet<string> repeatable = ["Report", "Poke", "Seen", "MembersChanged"];

    public ValueTask<T?> InvokeMethodAsync<T>(
        GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        var answer = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new(reference.GrainId, request, Sender, response =>
        {
            if (response.Exception is { } failure) answer.TrySetException(failure);
            else answer.TrySetResult(response.GetResult<T>());
        }));
        turns.After(request.GetDefaultResponseTimeout() ?? answersWithin, () => answer.TrySetException(new TimeoutException($"No answer from {reference.GrainId}")));
        return new(answer.Task);
    }

    public async ValueTask InvokeMethodAsync(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        if (options.HasFlag(InvokeMethodOptions.OneWay)) InvokeMethod(reference, request, options);
        else await InvokeMethodAsync<object>(reference, request, options);
    }

    public void InvokeMethod(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        Send(new(reference.GrainId, request, Sender, null));

    public object Cast(IAddressable grain, Type interfaceType) =>
        directory.References.Get(interfaceType, ((GrainReference)grain).GrainId);

    /// <summary>Brings an answer back to who asked.</summary>
    public void Answer(Message message, Silo from, Response response)
    {
        if (message.Answer is not { } hear || IsLost(from, message.From.Silo)) return;
        turns.After(Delay(), () => hear(response));
    }

    private static Lane Sender => (Lane)SynchronizationContext.Current!;

    private void Send(Message message)
    {
        Travel(message);
        if (repeatable.Contains(message.Request.GetMethodName()) && faults.Happens(faults.Doubled)) Travel(message);
    }

    private void Travel(Message message) => turns.After(Delay(), () => Arrive(message));

    private void Arrive(Message message)
    {
        var isSwept = message.Request.GetMethodName() == "Seen";
        if (directory.Find(message.Target, message.From.Silo, isSwept) is not { } activation) return;
        var isLost = IsLost(message.From.Silo, activation.Silo);
        story.Tell($"{message}{(isLost ? ": lost" : $" at {activation}")}");
        if (!isLost) activation.Receive(message);
    }

    /// <summary>Inside one process nothing is lost on the way.</summary>
    private bool IsLost(Silo? from, Silo? to) => (from is null || from != to) && faults.Happens(faults.Lost);

    private TimeSpan Delay() => faults.Happens(faults.Late)
        ? chance.Percent(20) ? chance.Millis(0, 6_000) : chance.Millis(0, 60)
        : chance.Millis(0, 2);
}
