using System.Net;
using System.Net.Sockets;

namespace KpiGrid.Tests.Faults;

/// <summary>Stands between silos and PostgreSQL: what passes can be delayed or held, in both directions.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly TimeSpan noDelay = TimeSpan.Zero;

    private readonly CancellationTokenSource end = new();
    private readonly Socket listener;
    private readonly string target;
    private readonly Task accepting;
    private volatile TaskCompletionSource open = Opened();
    private long delayTicks;

    /// <summary>Listens at an address of a host, for a database that is reached by a path.</summary>
    public StorageProxy(NamespaceSockets host, IPEndPoint at, string target)
    {
        this.target = target;
        listener = host.Open();
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(at);
        listener.Listen();
        accepting = Task.Run(Accept);
    }

    /// <summary>How much later everything arrives.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    /// <summary>Holds everything that comes from now on; connections stay.</summary>
    public void Stall() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything through that was held, in its order.</summary>
    public void Resume() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Resume();
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Connect(await listener.AcceptAsync(end.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task Connect(Socket silo)
    {
        using var database = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (silo)
        {
            try
            {
                await database.ConnectAsync(new UnixDomainSocketEndPoint(target), end.Token);
                await Task.WhenAll(Pump(silo, database), Pump(database, silo));
            }
            catch (Exception broken) when (broken is SocketException or OperationCanceledException)
            {
                return; // either side sees the other's end
            }
        }
    }

    private async Task Pump(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, SocketFlags.None, end.Token) is > 0 and var read)
            {
                if (Delay > noDelay) await Task.Delay(Delay, end.Token);
                await open.Task;
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), SocketFlags.None, end.Token);
            }
        }
        finally
        {
            if (to.Connected) to.Shutdown(SocketShutdown.Send);
        }
    }
}
