using System.Globalization;
using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Says it where a silo cannot join because one at its address was started by a clock that was ahead: Orleans tells silos of
/// one address apart by their start, and takes the one that seems to be older for dead.
/// </summary>
internal sealed class EarlierSelf(IMembershipTable table, ILocalSiloDetails self) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe<EarlierSelf>(ServiceLifecycleStage.First, async cancellationToken =>
        {
            await table.InitializeMembershipTableAsync(true, cancellationToken);
            if (Refusal((await table.ReadAllAsync(cancellationToken)).Members.Select(member => member.Item1), self.SiloAddress) is { } refusal)
                throw new InvalidOperationException(refusal);
        });

    /// <summary>Why a silo cannot join now, and what to do; null when it can.</summary>
    public static string? Refusal(IEnumerable<MembershipEntry> members, SiloAddress self)
    {
        var ahead = members.Where(member => member.SiloAddress.Endpoint.Equals(self.Endpoint)
            && member.SiloAddress.Generation > self.Generation).MaxBy(member => member.SiloAddress.Generation);
        return ahead is null ? null : string.Create(CultureInfo.InvariantCulture, $"""
            The clock of this machine was ahead: a silo at {self.Endpoint} was started at {ahead.StartTime:yyyy-MM-dd HH:mm:ss} UTC, and before then the cluster takes this one for dead. Start it with another --silo-port, or wait until then.
            """);
    }
}
