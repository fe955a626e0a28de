using System.Net;
using System.Net.Sockets;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>The tools that make faults do what the faults need, and leave nothing behind.</summary>
[Collection(typeof(ClusterFaultsAlone))]
public sealed class HostNetworkTests
{
    private static readonly TimeSpan connectsWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan silence = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_hear_each_other_until_they_are_cut_and_again_once_they_are_healed()
    {
        Needed.Must(HostNetwork.IsPossible, "Only root can make network namespaces; iproute2 and nftables must be there");
        using var network = new HostNetwork("one", "other");
        using var listener = Listener(network, "one");
        Assert.True(await Connects(network));

        network.Drop("other", "one");
        Assert.False(await Connects(network));
        network.Heal();
        network.Drop("one", "other");
        Assert.False(await Connects(network));
        network.Heal();
        Assert.True(await Connects(network));
    }

    [Fact]
    public void Nothing_is_left_of_a_network()
    {
        Needed.Must(HostNetwork.IsPossible, "Only root can make network namespaces; iproute2 and nftables must be there");
        string space;
        HostedProcess process;
        using (var network = new HostNetwork("one"))
        {
            space = network.Namespace("one");
            process = new(space, "/dev/null", ["sleep", "60"], []);
            Assert.Contains(space, Shell.Run("ip netns list"), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(space, Shell.Run("ip netns list"), StringComparison.Ordinal);
        Assert.True(process.HasEnded);
        process.Dispose();
    }

    [Fact]
    public async Task A_database_is_reached_through_its_proxy_late_or_not_at_all()
    {
        Needed.Must(HostNetwork.IsPossible, "Only root can make network namespaces; iproute2 and nftables must be there");
        using var folder = new TempFolder();
        using var network = new HostNetwork("database", "silo");
        await using var postgres = new PostgresHost(
            folder.Path, network.Namespace("database"), network.Address("database"), folder.File("postgres.log"));
        await postgres.Start();
        var at = new IPEndPoint(IPAddress.Parse(network.Address("database")), 6432);
        await using var proxy = new StorageProxy(new(network.Namespace("database")), at, postgres.SocketPath);
        using var silo = new NamespaceSockets(network.Namespace("silo")).Open();
        await silo.ConnectAsync(at, Cancelled);

        proxy.Stall();
        await silo.SendAsync(new byte[] { 0, 0, 0, 8, 4, 210, 22, 47 }, SocketFlags.None, Cancelled); // may it be encrypted?
        var answer = silo.ReceiveAsync(new byte[1], SocketFlags.None, Cancelled).AsTask();
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(silence, Cancelled)));
        proxy.Resume();
        Assert.Equal(1, await answer);

        await postgres.Kill();
        await postgres.Start();
        Assert.Equal("on", (await postgres.Rows("show fsync", row => row.GetString(0))).Single());
    }

    private static Socket Listener(HostNetwork network, string host)
    {
        var listener = new NamespaceSockets(network.Namespace(host)).Open();
        listener.Bind(new IPEndPoint(IPAddress.Parse(network.Address(host)), 9000));
        listener.Listen();
        return listener;
    }

    private static async Task<bool> Connects(HostNetwork network)
    {
        using var client = new NamespaceSockets(network.Namespace("other")).Open();
        using var deadline = new CancellationTokenSource(connectsWithin);
        try
        {
            await client.ConnectAsync(new IPEndPoint(IPAddress.Parse(network.Address("one")), 9000), deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
