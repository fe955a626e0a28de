using System.Text;
using KpiGrid.Silo.Webhook;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Webhook;

public sealed class WebhookClientTests : IAsyncLifetime
{
    private static readonly byte[] body = "{}"u8.ToArray();
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task A_receiver_in_a_network_of_ones_own_is_reached_only_where_that_is_allowed(string host)
    {
        var address = new UriBuilder(receiver.Address) { Host = host }.Uri;

        var refused = await Post(address, allowPrivate: false);
        Assert.Null(refused.Status);
        Assert.Contains("Webhook:AllowPrivate", refused.Problem, StringComparison.Ordinal);
        Assert.Empty(receiver.Attempts);
        Assert.True((await Post(receiver.Address, allowPrivate: true)).IsTaken);
        Assert.Single(receiver.Attempts);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        receiver.Next(307);

        Assert.Equal((307, false), await Posted());
        Assert.Equal(0, receiver.Strays);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        receiver.Next(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string('x', 65_536));
        });

        Assert.Equal((200, true), await Posted());
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_given_up()
    {
        receiver.Next(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var answer = await Post(receiver.Address, allowPrivate: true, TimeSpan.FromMilliseconds(300));

        Assert.Null(answer.Status);
        Assert.Contains("did not answer within", answer.Problem, StringComparison.Ordinal);
    }

    /// <summary>The example that libraries for Standard Webhooks are tried with.</summary>
    [Fact]
    public void A_signature_is_the_one_that_others_make() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign(WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!, "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));

    private async Task<(int?, bool)> Posted()
    {
        var answer = await Post(receiver.Address, allowPrivate: true);
        return (answer.Status, answer.IsTaken);
    }

    private static async Task<WebhookAnswer> Post(Uri address, bool allowPrivate, TimeSpan? timeout = null)
    {
        using var client = new WebhookClient(Options.Create(new WebhookOptions
        {
            Address = address, Secret = Receiver.Secret, AllowPrivate = allowPrivate, Timeout = timeout ?? TimeSpan.FromSeconds(30),
        }), TimeProvider.System);
        return await client.Post("late_1", body, TestContext.Current.CancellationToken);
    }
}
