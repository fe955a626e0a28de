using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace KpiGrid.Tests.Fuzz;

/// <summary>One connection that writes bytes as they are, which no proper client would, and reads the answer.</summary>
internal sealed class RawConnection(Uri address) : IDisposable
{
    private static readonly TimeSpan answersWithin = TimeSpan.FromSeconds(60);

    private readonly byte[] buffer = new byte[64 * 1_024];
    private TcpClient? client;
    private int start, end;

    /// <summary>The status and the body; status 0 when the server closed the connection without an answer.</summary>
    public async Task<RawAnswer> Send(byte[] request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(answersWithin);
        for (var attempt = 0; ; attempt++)
        {
            var fresh = client is null;
            try
            {
                var answer = await SendOnce(request, deadline.Token);
                if (!answer.KeepsOpen) Close();
                return answer;
            }
            catch (IOException) when (!fresh && attempt == 0)
            {
                Close(); // the server had closed it after the answer before
            }
            catch (IOException)
            {
                Close();
                return new(0, "", false);
            }
        }
    }

    public void Dispose() => Close();

    private async Task<RawAnswer> SendOnce(byte[] request, CancellationToken cancellationToken)
    {
        if (client is null)
        {
            client = new() { NoDelay = true };
            await client.ConnectAsync(address.Host, address.Port, cancellationToken);
            (start, end) = (0, 0);
        }
        await client.GetStream().WriteAsync(request, cancellationToken);
        var status = int.Parse((await Line(cancellationToken)).AsSpan(9, 3), CultureInfo.InvariantCulture);
        var head = await Head(cancellationToken);
        if (head.Streams) return new(status, "", false); // a live feed has no end
        var body = head.Chunked ? await Chunks(cancellationToken) : await Text(head.Length, cancellationToken);
        return new(status, body, !head.Closes);
    }

    private async Task<(int Length, bool Chunked, bool Closes, bool Streams)> Head(CancellationToken cancellationToken)
    {
        var (length, chunked, closes, streams) = (0, false, false, false);
        for (var line = await Line(cancellationToken); line.Length > 0; line = await Line(cancellationToken))
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(value, CultureInfo.InvariantCulture);
            chunked |= name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
            closes |= name.Equals("Connection", StringComparison.OrdinalIgnoreCase) && value == "close";
            streams |= value.StartsWith("text/event-stream", StringComparison.Ordinal);
        }
        return (length, chunked, closes, streams);
    }

    private async Task<string> Chunks(CancellationToken cancellationToken)
    {
        var body = new StringBuilder();
        while (int.Parse(await Line(cancellationToken), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.Append(await Text(size, cancellationToken));
            await Line(cancellationToken);
        }
        await Line(cancellationToken);
        return body.ToString();
    }

    private async Task<string> Text(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = await Byte(cancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<string> Line(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        for (var next = await Byte(cancellationToken); next != '\n'; next = await Byte(cancellationToken))
            if (next != '\r') line.Append((char)next);
        return line.ToString();
    }

    private ValueTask<byte> Byte(CancellationToken cancellationToken) =>
        start < end ? ValueTask.FromResult(buffer[start++]) : Fill(cancellationToken);

    private async ValueTask<byte> Fill(CancellationToken cancellationToken)
    {
        end = await client!.GetStream().ReadAsync(buffer, cancellationToken);
        start = 1;
        return end > 0 ? buffer[0] : throw new IOException("The server closed the connection");
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }
}

/// <summary>What came back.</summary>
internal sealed record RawAnswer(int Status, string Body, bool KeepsOpen);
