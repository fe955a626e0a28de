namespace KpiGrid.Tests.Faults;

/// <summary>How long processes waited for a processor, against how long they had one: what a busy machine costs them.</summary>
internal sealed class Contention(Func<IEnumerable<int>> processes)
{
    private readonly Dictionary<int, (double Ran, double Waited)> before =
        processes().Distinct().ToDictionary(id => id, Read);

    /// <summary>Waiting per time run since this was made, of the processes that run now.</summary>
    public double Ratio
    {
        get
        {
            var since = processes().Distinct().Select(id => (Was: before.GetValueOrDefault(id), Is: Read(id)))
                .Where(each => each.Is.Ran > each.Was.Ran).ToList();
            var ran = since.Sum(each => each.Is.Ran - each.Was.Ran);
            return ran > 0 ? since.Sum(each => each.Is.Waited - each.Was.Waited) / ran : 0;
        }
    }

    private static (double Ran, double Waited) Read(int process)
    {
        var (ran, waited) = (0d, 0d);
        foreach (var line in Threads(process).Select(TryRead).OfType<string>())
        {
            var numbers = line.Split(' ');
            ran += double.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture);
            waited += double.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        return (ran, waited);
    }

    private static string[] Threads(int process)
    {
        var folder = $"/proc/{process}/task";
        return Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
    }

    private static string? TryRead(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "schedstat"));
        }
        catch (IOException)
        {
            return null; // it ended just now
        }
    }
}
