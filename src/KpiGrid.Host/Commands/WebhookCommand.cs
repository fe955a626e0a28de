using System.CommandLine;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Operations;
using KpiGrid.Silo.Webhook;
using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid webhook test</c>: posts a sample to the receiver of late marks, and says what it answered.</summary>
internal static class WebhookCommand
{
    public static Command Create() => new("webhook",
        "Try the receiver of late marks.\nExample: kpigrid webhook test --settings kpigrid.json")
    {
        Test(),
    };

    private static Command Test()
    {
        var settings = SharedOptions.Settings();
        var command = new Command("test",
            "Post one late mark, marked as a sample, to Webhook:Address, signed with Webhook:Secret. No server is needed: the "
            + "settings are read as by serve.\nExample: KPIGRID_Webhook__Address=https://desk.example/late "
            + "KPIGRID_Webhook__Secret=whsec_… kpigrid webhook test")
        {
            settings,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, () => Run(screen, asked.GetValue(settings), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(Screen screen, string? settings, CancellationToken cancellationToken)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddSettings(settings, new Dictionary<string, string?>());
        var options = WebhookSettings.Of(configuration);
        if (options.Address is null)
            return screen.Fail(ExitCode.Usage, "Webhook:Address is missing: give it by --settings or KPIGRID_Webhook__Address.");
        using var client = new WebhookClient(Options.Create(options), TimeProvider.System);
        var mark = Sample(TimeProvider.System.GetUtcNow());
        var answer = await client.Post(mark.Id, LateEvent.Sample(mark, options.Link), cancellationToken);
        if (!answer.IsTaken)
            return screen.Fail(answer.Status is null ? ExitCode.NotReachable : ExitCode.Refused,
                $"The sample was not taken: {answer.Problem}");
        screen.Say($"The receiver took the sample {mark.Id}: {answer.Status}");
        return ExitCode.Ok;
    }

    private static LateMark Sample(DateTimeOffset now) => LateMark.Of(new()
    {
        Stream = new(PilotId.Parse("sample-pilot"), KpiCode.Parse("CDW-DIV"), null, null),
        Municipalities = [MunicipalityId.Parse("DK-0615")], Periods = [Period.Parse("2026-Q1")], Due = new(2026, 4, 17),
    }, now);
}
