using System.Runtime.InteropServices;

namespace KpiGrid.Tests.Faults;

/// <summary>Signals to one process.</summary>
internal static class Signals
{
    private const int Kill = 9;
    private const int Terminate = 15;
    private const int Continue = 18;
    private const int Stop = 19;

    public static void KillNow(int process) => Send(process, Kill);

    public static void AskToStop(int process) => Send(process, Terminate);

    public static void Freeze(int process) => Send(process, Stop);

    public static void Thaw(int process) => Send(process, Continue);

    // A process that has ended meanwhile needs no signal.
    private static void Send(int process, int signal) => _ = kill(process, signal);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
