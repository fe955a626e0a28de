using System.Net;
using System.Net.Sockets;
using KpiGrid.Silo.Hosting;

namespace KpiGrid.Silo.Webhook;

/// <summary>Connects to public addresses only, whatever a name says: looked at when it connects, not before.</summary>
internal sealed class GuardedConnect(bool allowPrivate)
{
    /// <exception cref="AddressRefusedException">The name has no address that may be reached.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = Array.FindAll(found, address => allowPrivate || PrivateAddress.IsPublic(address));
        if (allowed.Length == 0)
            throw new AddressRefusedException("The receiver of Webhook:Address stands in a network of one's own: set "
                + "Webhook:AllowPrivate to true where it should");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address that may not be connected to.</summary>
internal sealed class AddressRefusedException(string message) : IOException(message);
