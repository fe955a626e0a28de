using KpiGrid.Host.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Webhook;

public sealed class WebhookSettingsTests
{
    private const string Good = "Webhook:Address=https://desk.example/late;Webhook:Secret=" + Receiver.Secret;

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData(Good + ";Webhook:Link=https://kpigrid.example/;Webhook:Timeout=00:00:03;Webhook:TriesADay=3")]
    [InlineData("Webhook:Address=http://10.0.0.5/late;Webhook:AllowPrivate=true;Webhook:Secret=" + Receiver.Secret)]
    public void Settings_that_go_together_are_read(string settings) => Assert.NotNull(WebhookSettings.Of(Settings(settings)));

    [Theory]
    [InlineData("Webhook:Address=http://desk.example/late;Webhook:Secret=" + Receiver.Secret, "Webhook:Address is not encrypted")]
    [InlineData("Webhook:Address=ftp://desk.example/late;Webhook:Secret=" + Receiver.Secret, "Webhook:Address is no address")]
    [InlineData("Webhook:Address=https://me:you@desk.example/;Webhook:Secret=" + Receiver.Secret, "Webhook:Address is no address")]
    [InlineData("Webhook:Address=https://desk.example/late", "Webhook:Secret is none")]
    [InlineData("Webhook:Address=https://desk.example/late;Webhook:Secret=whsec_c2hvcnQ=", "Webhook:Secret is none")]
    [InlineData("Webhook:Address=https://desk.example/late;Webhook:Secret=c2hvcnQ", "Webhook:Secret is none")]
    [InlineData(Good + ";Webhook:Adress=https://desk.example", "Webhook:Adress is no setting")]
    [InlineData(Good + ";Webhook:Timeout=soon", "Webhook:Timeout cannot be read")]
    [InlineData(Good + ";Webhook:AtOnce=0", "AtOnce")]
    [InlineData(Good + ";Webhook:Link=ftp://kpigrid.example", "Webhook:Link is no address")]
    public void What_is_wrong_stops_the_start_by_name_and_without_the_secret(string settings, string problem)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => WebhookSettings.Of(Settings(settings)));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Receiver.Secret[6..], failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnQ", failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string text) => new ConfigurationBuilder().AddInMemoryCollection(
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2))
            .Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))).Build();
}
