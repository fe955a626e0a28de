using System.Net.Sockets;
using System.Text;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

/// <summary>What the server refuses before it is a request, over a socket.</summary>
[Collection(nameof(GuardedCluster))]
public sealed class ServerLimitTests(GuardedCluster cluster)
{
    private const string Host = "Host: kpigrid";

    [Theory]
    [InlineData(16, "200")]
    [InlineData(17, "431")]
    public async Task Header_fields_are_counted(int fields, string status)
    {
        await using var api = await cluster.StartListening("Limits:HeadersMax=16");
        var more = Enumerable.Range(1, fields - 1).Select(number => $"X-{number}: y");
        Assert.StartsWith($"HTTP/1.1 {status}", await Answer(api, [Host, .. more]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4_096, "200")]
    [InlineData(4_097, "431")]
    public async Task Header_bytes_are_counted(int bytes, string status)
    {
        await using var api = await cluster.StartListening("Limits:HeaderBytesMax=4096");
        var line = "X: " + new string('y', bytes - (Host + "\r\n").Length - "X: \r\n".Length);
        Assert.StartsWith($"HTTP/1.1 {status}", await Answer(api, [Host, line]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var api = await cluster.StartListening("Limits:SlowFor=00:00:02");
        string[] head =
        [
            "POST /v1/pilots/any/measurements HTTP/1.1", Host, $"Authorization: Bearer {api.Key}",
            "Content-Type: application/json", "Content-Length: 1000", "",
        ];
        Assert.StartsWith("HTTP/1.1 408", await Exchange(api, string.Join("\r\n", head) + "\r\n["), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        await using var api = await cluster.StartListening();
        var answer = await Answer(api, [Host]);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<string> Answer(GuardedApp api, string[] headers) =>
        Exchange(api, $"GET /health/live HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\n\r\n");

    /// <summary>Sends a text and reads what comes first.</summary>
    private static async Task<string> Exchange(GuardedApp api, string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", api.Http.BaseAddress!.Port, GuardedApp.Cancelled);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), GuardedApp.Cancelled);
        var buffer = new byte[8_192];
        var read = await stream.ReadAsync(buffer, GuardedApp.Cancelled).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), GuardedApp.Cancelled);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
