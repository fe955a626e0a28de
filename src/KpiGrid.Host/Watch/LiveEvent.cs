using System.Text.Json;

namespace KpiGrid.Host.Watch;

/// <summary>An event as it came.</summary>
/// <param name="Name"><c>snapshot</c> or <c>change</c>.</param>
/// <param name="Data">Its data.</param>
internal sealed record LiveEvent(string Name, JsonElement Data)
{
    public bool IsSnapshot => Name == "snapshot";

    public string Version => Data.GetProperty("version").GetString()!;

    public IEnumerable<LiveLine> Lines => Data.GetProperty("kpis").EnumerateArray().Select(line => new LiveLine(line));
}
