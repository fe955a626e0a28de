namespace KpiGrid.Tests.Faults;

/// <summary>Watchers who open a stream and never read a byte of it.</summary>
internal sealed class Sleepers : IAsyncDisposable
{
    private readonly List<HttpResponseMessage> streams = [];

    public int Count => streams.Count;

    public static async Task<Sleepers> Open(FaultCluster cluster, int count)
    {
        var sleepers = new Sleepers();
        for (var number = 0; number < count; number++)
        {
            var front = cluster.Fronts[number % cluster.Fronts.Count];
            var region = World.Regions[number % World.Regions.Count];
            sleepers.streams.Add(await cluster.Http.GetAsync(
                new Uri(front, $"/v1/regions/{region}/live?{World.Question}"), HttpCompletionOption.ResponseHeadersRead));
        }
        return sleepers;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var stream in streams) stream.Dispose();
        return ValueTask.CompletedTask;
    }
}
