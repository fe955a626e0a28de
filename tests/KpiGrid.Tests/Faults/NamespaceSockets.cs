using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KpiGrid.Tests.Faults;

/// <summary>Sockets of this process that live in a network namespace: a socket stays where it was made.</summary>
internal sealed class NamespaceSockets(string name)
{
    private const int NetworkNamespace = 0x40000000;
    private static readonly TimeSpan connectsWithin = TimeSpan.FromSeconds(2);

    /// <summary>A client whose connections leave from the namespace.</summary>
    public HttpClient Client(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        ConnectCallback = Connect, ConnectTimeout = connectsWithin, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    }) { Timeout = timeout };

    public Socket Open()
    {
        (Socket? socket, Exception? failure) = (null, null);
        // A thread of its own: it ends in the namespace, and no other work must run there.
        var thread = new Thread(() =>
        {
            try
            {
                socket = OpenHere();
            }
            catch (Exception thrown) when (thrown is IOException or SocketException)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return socket ?? throw new IOException($"No socket in {name}", failure);
    }

    private Socket OpenHere()
    {
        using var handle = File.OpenHandle($"/run/netns/{name}");
        if (setns(handle, NetworkNamespace) != 0)
            throw new IOException($"setns {name}: {Marshal.GetLastPInvokeErrorMessage()}");
        return new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = Open();
        try
        {
            var address = IPAddress.Parse(context.DnsEndPoint.Host);
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setns(SafeFileHandle descriptor, int type);
}
