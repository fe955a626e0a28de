using KpiGrid.Host.Http;
using Xunit;

namespace KpiGrid.Tests.Http;

public sealed class PatientHttpTests
{
    private static readonly byte[] One = """[{"id":"a"}]"""u8.ToArray();

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_time_it_names()
    {
        await using var server = await FailingServer.Start();
        server.Fail(503, "7");
        server.Fail(429);
        var time = new HurriedTime();
        var answer = await Patient(server, time).Push("/v1/pilots/p/measurements", One, Cancelled);
        Assert.Equal(new ReceiptCounts(1, 0), answer.Receipts);
        Assert.InRange(time.Waits[0], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_and_nothing_counts_twice()
    {
        await using var server = await FailingServer.Start();
        server.CutAfterTaking();
        var answer = await Patient(server, new()).Push("/v1/pilots/p/measurements", One, Cancelled);
        Assert.Equal(new ReceiptCounts(0, 1), answer.Receipts);
        Assert.Equal(1, server.Taken);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        await using var server = await FailingServer.Start();
        server.Refused.Add("a");
        var answer = await Patient(server, new()).Push("/v1/pilots/p/measurements", One, Cancelled);
        Assert.Equal(422, (int)answer.Status);
        Assert.Equal("Mend it.", Assert.Single(Refusals.Read(answer.Body).Errors).Remedy);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Patience_ends()
    {
        await using var server = await FailingServer.Start();
        for (var i = 0; i < 3; i++) server.Fail(503);
        var http = new PatientHttp(server.Client(), new HurriedTime(), new() { TriesMax = 3 });
        var failure = await Assert.ThrowsAsync<NotReachableException>(() => http.Get("/v1/x", Cancelled));
        Assert.Contains("stays busy", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_what_to_do()
    {
        var server = await FailingServer.Start();
        var http = new PatientHttp(server.Client(), new HurriedTime(), Patience.None);
        await server.DisposeAsync();
        var failure = await Assert.ThrowsAsync<NotReachableException>(() => http.Get("/v1/x", Cancelled));
        Assert.Contains("kpigrid serve", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(4, 1600)]
    [InlineData(30, 10_000)]
    public void Waits_double_up_to_a_bound(int tries, int milliseconds)
    {
        var wait = new Patience().Wait(tries, null);
        Assert.InRange(wait.TotalMilliseconds, milliseconds, milliseconds * 1.25);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static PatientHttp Patient(FailingServer server, HurriedTime time) => new(server.Client(), time, new());
}
