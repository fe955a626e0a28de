using System.Globalization;
using System.Text;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Hosts on one switch, each a network namespace of its own, in which single directions between two hosts can be cut.
/// Nothing outside these namespaces is touched, so several runs have the same addresses side by side.
/// </summary>
internal sealed class HostNetwork : IDisposable
{
    private const string Prefix = "kpigrid";
    private const string Folder = "/run/netns";
    private static int made;

    private readonly string run = string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
    private readonly IReadOnlyList<string> hosts;

    public HostNetwork(params string[] names)
    {
        hosts = names;
        RemoveAbandoned();
        try
        {
            Shell.Run(Wiring());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether namespaces can be made here: root may, with the tools of iproute2 and nftables.</summary>
    public static bool IsPossible => Processes.Faults.Needed.Runs("sh", "-c",
        $"ip netns add {Prefix}-{Environment.ProcessId}-try && ip netns exec {Prefix}-{Environment.ProcessId}-try "
        + $"nft list ruleset; code=$?; ip netns del {Prefix}-{Environment.ProcessId}-try; exit $code");

    public string Address(string host) =>
        string.Create(CultureInfo.InvariantCulture, $"10.77.0.{hosts.ToList().IndexOf(host) + 1}");

    /// <summary>The namespace of a host, as <c>ip netns</c> names it.</summary>
    public string Namespace(string host) => $"{run}-{host}";

    /// <summary>Drops what comes to a host from another; all of it, or as many in a hundred packets.</summary>
    public void Drop(string from, string to, int percent = 100)
    {
        var chance = percent == 100 ? "" : $"numgen random mod 100 < {percent.ToString(CultureInfo.InvariantCulture)}";
        Shell.Run($"ip netns exec {Namespace(to)} nft 'add rule inet faults input ip saddr {Address(from)} {chance} drop'");
    }

    /// <summary>Drops what passes between two hosts in both directions.</summary>
    public void Cut(string one, string other, int percent = 100)
    {
        Drop(one, other, percent);
        Drop(other, one, percent);
    }

    /// <summary>Lets everything pass again.</summary>
    public void Heal() => Shell.Run(string.Join('\n', hosts.Select(host =>
        $"ip netns exec {Namespace(host)} nft flush chain inet faults input")));

    public void Dispose() => Remove(run);

    private string Wiring()
    {
        var script = new StringBuilder($"""
            ip netns add {run}-switch
            ip -n {run}-switch link add switch type bridge
            ip -n {run}-switch link set switch up

            """);
        foreach (var host in hosts)
        {
            script.Append(CultureInfo.InvariantCulture, $$"""
                ip netns add {{Namespace(host)}}
                ip -n {{run}}-switch link add {{host}} type veth peer name eth0 netns {{Namespace(host)}}
                ip -n {{run}}-switch link set {{host}} master switch up
                ip -n {{Namespace(host)}} link set lo up
                ip -n {{Namespace(host)}} addr add {{Address(host)}}/24 dev eth0
                ip -n {{Namespace(host)}} link set eth0 up
                ip netns exec {{Namespace(host)}} nft 'add table inet faults'
                ip netns exec {{Namespace(host)}} nft 'add chain inet faults input { type filter hook input priority 0 ; }'

                """);
        }
        return script.ToString();
    }

    /// <summary>What a run left behind that was itself killed.</summary>
    private static void RemoveAbandoned()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var name in Directory.GetFiles(Folder, $"{Prefix}-*").Select(Path.GetFileName))
        {
            var owner = name!.Split('-')[1];
            if (!Directory.Exists($"/proc/{owner}")) Remove(name);
        }
    }

    // Only processes inside the namespaces are ended, and these belong to the run.
    private static void Remove(string prefix)
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var path in Directory.GetFiles(Folder, $"{prefix}*"))
        {
            var name = Path.GetFileName(path);
            Shell.Run($"for each in $(ip netns pids {name}); do kill -9 $each || true; done; ip netns del {name}");
        }
    }
}
