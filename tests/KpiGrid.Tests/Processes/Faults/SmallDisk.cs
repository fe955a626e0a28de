using System.Globalization;
using KpiGrid.Tests.Journal;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>A disk of a few MiB, in memory; making it needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder point = new();

    public SmallDisk(int mebibytes)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={mebibytes}m");
        var mounted = Needed.Runs("mount", "-t", "tmpfs", "-o", size, "tmpfs", point.Path);
        if (!mounted) point.Dispose();
        Needed.Must(mounted, "Only root can mount a small disk");
    }

    public string Path => point.Path;

    private string Filler => point.File("filler");

    /// <summary>Takes up what is left but some bytes.</summary>
    public void Fill(int leave)
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write);
        var piece = new byte[4096];
        for (var left = new DriveInfo(point.Path).AvailableFreeSpace - leave; left >= piece.Length; left -= piece.Length)
            file.Write(piece);
    }

    /// <summary>Gives back what was taken up.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        Needed.Runs("umount", "-l", point.Path);
        point.Dispose();
    }
}
