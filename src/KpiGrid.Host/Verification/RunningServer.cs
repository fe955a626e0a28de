namespace KpiGrid.Host.Verification;

/// <summary>Starts a server of this process on a free loopback port, over a data folder nobody serves.</summary>
internal delegate Task<RunningServer> StartServer(string folder, CancellationToken cancellationToken);

/// <summary>A server that runs until it is disposed.</summary>
internal sealed record RunningServer(Uri Address, IAsyncDisposable Server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
