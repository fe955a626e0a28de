using System.Globalization;
using Orleans.Runtime;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Orleans tells silos of one address apart by their start, and takes the earlier for dead. Before a silo joins, those that
/// stood at its address are declared dead; where one seems to be later, because a clock was ahead, that is said.
/// </summary>
/// <remarks>
/// Orleans declares them too, but once: where other silos join at the same moment its write loses, and it tries again only
/// when it next reads the table, up to a minute later. Until then nobody else may join, who must reach all that are active.
/// </remarks>
internal sealed class EarlierSelf(IMembershipTable table, ILocalSiloDetails self) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>A write loses only where another one is made: this many is more than silos that start at once.</summary>
    private const int TriesMax = 1_000;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe<EarlierSelf>(ServiceLifecycleStage.First, async cancellationToken =>
        {
            await table.InitializeMembershipTableAsync(true, cancellationToken);
            await Bury(table, self.SiloAddress, cancellationToken);
        });

    /// <summary>Declares dead whoever stood at an address before; throws where one seems to be later.</summary>
    public static async Task Bury(IMembershipTable table, SiloAddress self, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var read = await table.ReadAllAsync(cancellationToken);
            if (Refusal(read.Members.Select(member => member.Item1), self) is { } refusal)
                throw new InvalidOperationException(refusal);
            if (read.Members.FirstOrDefault(member => IsEarlier(member.Item1, self)) is not { Item1: var earlier, Item2: var tag }) return;
            earlier.Status = SiloStatus.Dead;
            await table.UpdateRowAsync(earlier, tag, read.Version.Next(), cancellationToken);
        }
    }

    /// <summary>Why a silo cannot join now, and what to do; null when it can.</summary>
    public static string? Refusal(IEnumerable<MembershipEntry> members, SiloAddress self)
    {
        var ahead = members.Where(member => IsAt(member, self) && member.SiloAddress.Generation > self.Generation)
            .MaxBy(member => member.SiloAddress.Generation);
        return ahead is null ? null : string.Create(CultureInfo.InvariantCulture, $"""
            The clock of this machine was ahead: a silo at {self.Endpoint} was started at {ahead.StartTime:yyyy-MM-dd HH:mm:ss} UTC, and before then the cluster takes this one for dead. Start it with another --silo-port, or wait until then.
            """);
    }

    private static bool IsEarlier(MembershipEntry member, SiloAddress self) =>
        IsAt(member, self) && member.SiloAddress.Generation < self.Generation && member.Status != SiloStatus.Dead;

    private static bool IsAt(MembershipEntry member, SiloAddress self) => member.SiloAddress.Endpoint.Equals(self.Endpoint);
}
