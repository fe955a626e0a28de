using KpiGrid.Api.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace KpiGrid.Tests.Api.Hosting;

public sealed class ClusterErrorsTests(DoubledApi api) : IClassFixture<DoubledApi>
{
    public static TheoryData<string, int, string, string> Failures => new()
    {
        { "timeout", 503, "cluster-unavailable", "2" },
        { "silo", 503, "cluster-unavailable", "2" },
        { "stale", 503, "cluster-unavailable", "2" },
        { "cancelled", 503, "cluster-unavailable", "2" },
        { "down", 503, "storage-unavailable", "3" },
        { "busy", 503, "storage-busy", "1" },
        { "full", 507, "storage-full", "30" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Trouble_of_the_cluster_is_said_with_a_time_to_retry(
        string kind, int status, string code, string after)
    {
        var answer = await api.Push(_ => throw Failure(kind));
        Assert.Equal((status, code), answer.First);
        Assert.Equal(after, answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task A_refused_record_is_the_senders_problem() =>
        Assert.Equal(422, (await api.Push(_ => throw new RecordRefusedException("It holds NUL"))).Status);

    [Fact]
    public async Task A_bug_says_nothing_about_itself()
    {
        var answer = await api.Push(_ => throw new InvalidOperationException("secret"));
        Assert.Equal((500, "internal-error"), answer.First);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_met_another_writer_is_made_once_more()
    {
        Assert.Equal(200, (await api.Push(call => call == 1 ? throw Failure("stale") : new PushAnswer())).Status);
        Assert.Equal(2, api.Calls);
    }

    [Fact]
    public async Task Other_trouble_is_not_tried_again_here()
    {
        await api.Push(_ => throw Failure("timeout"));
        Assert.Equal(1, api.Calls);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(-1)]
    public async Task A_bad_limit_stops_the_start(int bytes)
    {
        await using var app = ApiCluster.App(
            new PilotDouble(_ => new()), TimeProvider.System, options => options.BodyBytesMax = bytes);
        await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    private static Exception Failure(string kind) => kind switch
    {
        "timeout" => new TimeoutException("30 s"),
        "silo" => new SiloUnavailableException("gone"),
        "stale" => new InconsistentStateException("another wrote"),
        "cancelled" => new TaskCanceledException("an activation took too long"),
        "down" => new JournalUnavailableException("down", TimeSpan.FromSeconds(2.5)),
        "busy" => new JournalBusyException("busy", TimeSpan.FromMilliseconds(100)),
        _ => new JournalFullException("full", TimeSpan.FromSeconds(30)),
    };
}
