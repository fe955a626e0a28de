using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Hosting;

namespace KpiGrid.Host.Keys;

/// <summary>Has forms protected by <see cref="FormKeys"/>.</summary>
internal static class FormKeysRegistration
{
    private const string Installation = "kpigrid";

    /// <summary>A shared key is fetched, never made: one made here would open nothing elsewhere.</summary>
    public static void AddFormKeys(this IServiceCollection services, bool isShared)
    {
        services.AddSingleton<FormKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<FormKeys>((options, keys) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = new NullXmlEncryptor();
            options.AutoGenerateKeys = !isShared;
        });
        if (isShared) services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = Installation);
    }
}

/// <summary>Fetches the shared key where the process is a silo as well.</summary>
internal sealed class FormKeyStart(FormKeys keys, IGrainFactory grains) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => keys.Fetch(grains, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
