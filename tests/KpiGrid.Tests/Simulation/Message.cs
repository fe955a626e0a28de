using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace KpiGrid.Tests.Simulation;

/// <summary>A call on its way: to whom, from where, and who is to hear the answer.</summary>
internal sealed record Message(GrainId Target, IInvokable Request, Lane From, Action<Response>? Answer)
{
    public bool IsOneWay => Answer is null;

    public override string ToString() => $"{Request.GetMethodName()} to {Target.Key} from {From}";
}
