using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>Holds a process to a part of one core, as a small machine would; both forms of control groups are known.</summary>
internal sealed class CpuShare : IDisposable
{
    private const int PeriodMicroseconds = 50_000;
    private const string Older = "/sys/fs/cgroup/cpu";
    private const string Newer = "/sys/fs/cgroup";

    private readonly string group;

    public CpuShare(string name, double cores)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"kpigrid-{Environment.ProcessId}-{name}");
        group = Path.Combine(IsOlder ? Older : Newer, own);
        Directory.CreateDirectory(group);
        var quota = (int)(PeriodMicroseconds * cores);
        if (IsOlder)
        {
            Write("cpu.cfs_period_us", $"{PeriodMicroseconds}");
            Write("cpu.cfs_quota_us", $"{quota}");
        }
        else Write("cpu.max", $"{quota} {PeriodMicroseconds}");
    }

    public static bool IsPossible => IsOlder || File.Exists($"{Newer}/cgroup.procs");

    private static bool IsOlder => File.Exists($"{Older}/cgroup.procs");

    public void Hold(int process) => Write("cgroup.procs", process.ToString(CultureInfo.InvariantCulture));

    public void Dispose() => Directory.Delete(group); // the processes have ended

    private void Write(string file, string value) => File.WriteAllText(Path.Combine(group, file), value);
}
