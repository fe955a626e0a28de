using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Webhook;

/// <summary>Gives a silo its outbox; without an address it stays empty.</summary>
internal static class WebhookRegistration
{
    public static void AddWebhook(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookAddressCheck>();
        services.AddSingleton<WebhookHealth>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<Outbox>();
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
    }
}
