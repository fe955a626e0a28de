using KpiGrid.Host.Clustering;
using Orleans.Runtime;
using Xunit;

namespace KpiGrid.Tests.Clustering;

/// <summary>The project's own statements, as Orleans' membership provider uses them.</summary>
public sealed class MembershipTableTests : IAsyncLifetime
{
    private ClusterTable cluster = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cluster = await ClusterTable.New();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task Silos_that_start_at_once_apply_each_step_once()
    {
        await cluster.Run("drop table cluster_member, cluster_version, reminder, OrleansQuery, cluster_schema");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.ApplySchema()));
        Assert.Equal(ClusterSchema.All().Count(), await cluster.Ask<long>("select count(*) from cluster_schema"));
    }

    [Fact]
    public async Task A_query_that_is_missing_stops_the_start_by_name()
    {
        await cluster.Run("delete from OrleansQuery where QueryKey = 'UpdateMembershipKey'");
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => cluster.Membership());
        Assert.Contains("UpdateMembershipKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_without_members_has_a_version_all_the_same()
    {
        var table = await cluster.Membership();
        var all = await table.ReadAllAsync(Cancelled);
        Assert.Equal((0, 0), (all.Version.Version, all.Members.Count));
        Assert.Equal(0, (await table.ReadRowAsync(ClusterTable.Member(1).SiloAddress, Cancelled)).Version.Version);
    }

    [Fact]
    public async Task A_member_is_read_as_it_was_written()
    {
        var table = await cluster.Membership();
        var member = ClusterTable.Member(1);
        Assert.True(await table.InsertRowAsync(member, await Next(table), Cancelled));
        member.Status = SiloStatus.ShuttingDown;
        member.SuspectTimes = [new(ClusterTable.Member(2).SiloAddress, new(2026, 11, 3, 1, 2, 3, DateTimeKind.Utc))];
        Assert.True(await table.UpdateRowAsync(member, await Tag(table, member), await Next(table), Cancelled));
        var read = (await table.ReadRowAsync(member.SiloAddress, Cancelled)).TryGet(member.SiloAddress)!.Item1;
        Assert.Equal(
            (member.SiloAddress, member.SiloName, member.HostName, member.Status, member.ProxyPort, member.StartTime),
            (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort, read.StartTime));
        Assert.Equal(member.SuspectTimes, read.SuspectTimes);
        Assert.Equal(member.IAmAliveTime, read.IAmAliveTime.ToUniversalTime());
    }

    [Fact]
    public async Task A_member_that_is_there_is_not_put_again_and_one_that_is_not_is_not_changed()
    {
        var table = await cluster.Membership();
        Assert.True(await table.InsertRowAsync(ClusterTable.Member(1), await Next(table), Cancelled));
        Assert.False(await table.InsertRowAsync(ClusterTable.Member(1), await Next(table), Cancelled));
        Assert.False(await table.UpdateRowAsync(ClusterTable.Member(2), "", await Next(table), Cancelled));
        Assert.Equal(1, (await table.ReadAllAsync(Cancelled)).Version.Version);
    }

    [Fact]
    public async Task Of_a_hundred_who_join_at_one_version_one_does()
    {
        var table = await cluster.Membership();
        var next = await Next(table);
        var joined = await Task.WhenAll(Enumerable.Range(1, 100)
            .Select(port => table.InsertRowAsync(ClusterTable.Member(port), next, Cancelled)));
        Assert.Single(joined, true);
        var all = await table.ReadAllAsync(Cancelled);
        Assert.Equal((1, 1), (all.Version.Version, all.Members.Count));
    }

    [Fact]
    public async Task Of_a_hundred_who_change_a_member_at_one_version_one_does()
    {
        var table = await cluster.Membership();
        await table.InsertRowAsync(ClusterTable.Member(1), await Next(table), Cancelled);
        var (next, tag) = (await Next(table), await Tag(table, ClusterTable.Member(1)));
        var changed = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => table.UpdateRowAsync(ClusterTable.Member(1, SiloStatus.Dead), tag, next, Cancelled)));
        Assert.Single(changed, true);
        Assert.Equal(2, (await table.ReadAllAsync(Cancelled)).Version.Version);
    }

    [Fact]
    public async Task A_sign_of_life_moves_no_version_and_another_clusters_members_are_not_ours()
    {
        var (table, other) = (await cluster.Membership(), await cluster.Membership("another"));
        var member = ClusterTable.Member(1);
        await table.InsertRowAsync(member, await Next(table), Cancelled);
        member.IAmAliveTime = member.IAmAliveTime.AddDays(1);
        await table.UpdateIAmAliveAsync(member, Cancelled);
        var all = await table.ReadAllAsync(Cancelled);
        Assert.Equal(1, all.Version.Version);
        Assert.Equal(member.IAmAliveTime, all.Members.Single().Item1.IAmAliveTime.ToUniversalTime());
        Assert.Empty((await other.ReadAllAsync(Cancelled)).Members);
    }

    [Fact]
    public async Task Silos_that_start_again_at_once_all_find_their_earlier_selves_dead()
    {
        var table = await cluster.Membership();
        var before = Enumerable.Range(1, 12).Select(port => ClusterTable.Member(port).SiloAddress).ToList();
        for (var port = 1; port <= before.Count; port++)
            Assert.True(await table.InsertRowAsync(ClusterTable.Member(port), await Next(table), Cancelled));

        await Task.WhenAll(before.Select(silo =>
            EarlierSelf.Bury(table, SiloAddress.New(silo.Endpoint, silo.Generation + 1), Cancelled)));

        var all = await table.ReadAllAsync(Cancelled);
        Assert.All(all.Members, member => Assert.Equal(SiloStatus.Dead, member.Item1.Status));
        Assert.Equal(2 * before.Count, all.Version.Version);
    }

    [Fact]
    public async Task Only_dead_members_of_long_ago_are_cleaned_up()
    {
        var table = await cluster.Membership();
        await table.InsertRowAsync(ClusterTable.Member(1, SiloStatus.Dead), await Next(table), Cancelled);
        await table.InsertRowAsync(ClusterTable.Member(2), await Next(table), Cancelled);
        await table.CleanupDefunctSiloEntriesAsync(new(2026, 11, 2, 11, 0, 0, TimeSpan.Zero), Cancelled);
        Assert.Equal(2, (await table.ReadAllAsync(Cancelled)).Members.Count);
        await table.CleanupDefunctSiloEntriesAsync(new(2026, 11, 2, 13, 0, 0, TimeSpan.Zero), Cancelled);
        Assert.Equal(2, (await table.ReadAllAsync(Cancelled)).Members.Single().Item1.SiloAddress.Endpoint.Port);
    }

    private static async Task<TableVersion> Next(IMembershipTable table) =>
        (await table.ReadAllAsync(Cancelled)).Version.Next();

    private static async Task<string> Tag(IMembershipTable table, MembershipEntry member) =>
        (await table.ReadRowAsync(member.SiloAddress, Cancelled)).TryGet(member.SiloAddress)!.Item2;
}
