using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>One process of the program on a host of its own, started again by its supervisor whenever it ends.</summary>
internal sealed class ServerNode(string host, string space, string log, Func<ServerNode, IReadOnlyList<string>> command)
    : IDisposable
{
    private static readonly TimeSpan stopsWithin = TimeSpan.FromSeconds(60);

    private readonly Lock turn = new(); // the supervisor and a test never start it both
    private volatile HostedProcess? process;
    private volatile bool isWanted;

    public string Host => host;

    /// <summary>What its environment says, from its next start on.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public int Starts { get; private set; }

    public bool IsRunning => process is { HasEnded: false };

    public int ProcessId => process!.Id;

    public string Said => process?.Said ?? "";

    /// <summary>The processor time of the running process.</summary>
    public TimeSpan Cpu
    {
        get
        {
            using var found = Process.GetProcessById(process!.Id);
            return found.TotalProcessorTime;
        }
    }

    public long MemoryMiB
    {
        get
        {
            using var found = Process.GetProcessById(process!.Id);
            return found.WorkingSet64 / 1_048_576;
        }
    }

    public void Start()
    {
        lock (turn)
        {
            var former = process;
            isWanted = true;
            Starts++;
            process = new(space, log, command(this), Environment);
            former?.Dispose();
        }
    }

    /// <summary>Starts it again if it has ended though it should run.</summary>
    public void Supervise()
    {
        lock (turn)
        {
            if (isWanted && !IsRunning) Start();
        }
    }

    public Task Kill() => process!.Kill();

    public void Freeze() => process!.Freeze();

    public void Thaw() => process!.Thaw();

    /// <summary>Stops it gracefully; it stays stopped until it is started.</summary>
    public async Task Stop()
    {
        isWanted = false;
        await process!.Terminate(stopsWithin);
    }

    public int? ExitCode => process?.ExitCode;

    public void Dispose()
    {
        isWanted = false;
        process?.Dispose();
    }
}
