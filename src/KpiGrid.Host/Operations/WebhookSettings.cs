using KpiGrid.Host.Clustering;
using KpiGrid.Silo.Webhook;
using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Operations;

/// <summary>Reads the settings of the webhook as a silo does, and says which is wrong without repeating a secret.</summary>
internal static class WebhookSettings
{
    private static readonly IValidateOptions<WebhookOptions>[] checks = [new WebhookOptionsCheck(), new WebhookAddressCheck()];

    /// <exception cref="OptionsValidationException">A setting is misspelt or wrong.</exception>
    public static WebhookOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(WebhookOptions.Section);
        var unreadable = SectionCheck.Of<WebhookOptions>(section).ToList();
        if (unreadable.Count > 0) throw Wrong(unreadable);
        var options = section.Get<WebhookOptions>() ?? new();
        var problems = checks.Select(check => check.Validate(null, options))
            .Where(result => result.Failed).SelectMany(result => result.Failures ?? []).ToList();
        return problems.Count == 0 ? options : throw Wrong(problems);
    }

    private static OptionsValidationException Wrong(IEnumerable<string> problems) =>
        new(WebhookOptions.Section, typeof(WebhookOptions), problems);
}
