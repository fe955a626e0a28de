namespace KpiGrid.Host.Import;

/// <summary>The most memory this process ever held.</summary>
internal static class PeakMemory
{
    public static long MiB()
    {
        const string field = "VmHWM:";
        const string status = "/proc/self/status";
        var lines = File.Exists(status) ? File.ReadLines(status) : [];
        var line = lines.FirstOrDefault(each => each.StartsWith(field, StringComparison.Ordinal)) ?? field;
        if (long.TryParse(line[field.Length..].Replace("kB", "").Trim(), out var kib)) return kib >> 10;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
