using System.Net;
using System.Net.Sockets;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>Stands between a store and its server and, when told to, makes a ghost of what is sent next.</summary>
internal sealed class StoreProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly int server;
    private readonly Task accepting;
    private Ghost? next;

    public StoreProxy(int server)
    {
        this.server = server;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>
    /// The next thing that is sent loses its sender at once, and arrives only when it is let: its outcome is not known.
    /// </summary>
    public Ghost Catch() => next = new();

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting;
        ended.Dispose();
    }

    private async Task Accept()
    {
        var serving = new List<Task>();
        try
        {
            while (true) serving.Add(Serve(await listener.AcceptTcpClientAsync(ended.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server, ended.Token);
            var haunting = new TaskCompletionSource<Ghost>();
            await await Task.WhenAny(Forward(near, far, haunting), Back(far, near, haunting.Task));
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone, and the other goes with it.
        }
    }

    private async Task Forward(TcpClient near, TcpClient far, TaskCompletionSource<Ghost> haunting)
    {
        var piece = new byte[64 * 1024];
        int length;
        while ((length = await near.GetStream().ReadAsync(piece, ended.Token)) > 0)
        {
            if (Interlocked.Exchange(ref next, null) is { } ghost)
            {
                haunting.SetResult(ghost);
                near.Close();
                await ghost.Let.WaitAsync(ended.Token);
                await far.GetStream().WriteAsync(piece.AsMemory(0, length), ended.Token);
                await ghost.Done.WaitAsync(ended.Token);
                return;
            }
            await far.GetStream().WriteAsync(piece.AsMemory(0, length), ended.Token);
        }
    }

    private async Task Back(TcpClient far, TcpClient near, Task<Ghost> haunting)
    {
        var piece = new byte[64 * 1024];
        int length;
        while ((length = await far.GetStream().ReadAsync(piece, ended.Token)) > 0)
        {
            if (haunting.IsCompleted) (await haunting).Answered(piece.AsSpan(0, length));
            else await near.GetStream().WriteAsync(piece.AsMemory(0, length), ended.Token);
        }
    }
}

/// <summary>What was sent by somebody who no longer waits for it.</summary>
internal sealed class Ghost
{
    private readonly TaskCompletionSource let = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Let => let.Task;

    public Task Done => done.Task;

    /// <summary>Lets it arrive, and waits until the server has dealt with it.</summary>
    public Task Arrive()
    {
        let.SetResult();
        return done.Task;
    }

    /// <summary>'Ready for query' ends what the server says to a message: Z, a length of 5, and one of three letters.</summary>
    public void Answered(ReadOnlySpan<byte> said)
    {
        if (said.Length >= 6 && said[^6..^1].SequenceEqual<byte>([(byte)'Z', 0, 0, 0, 5])) done.TrySetResult();
    }
}
