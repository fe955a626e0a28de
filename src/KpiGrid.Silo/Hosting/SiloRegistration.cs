using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Audit;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;
using KpiGrid.Silo.Webhook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Hosting;

/// <summary>Gives a silo everything but its journal: registry view, head sweep, anchors, options.</summary>
public static class SiloRegistration
{
    /// <summary>Adds the grains' surroundings; add a journal beside it.</summary>
    public static ISiloBuilder AddKpiGridSilo(this ISiloBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(KpiTime.Key, TimeProvider.System);
        services.AddOptions<PilotOptions>().BindConfiguration(PilotOptions.Section).ValidateOnStart();
        services.AddOptions<AggregateOptions>().BindConfiguration(AggregateOptions.Section).ValidateOnStart();
        services.AddOptions<DutyOptions>().BindConfiguration(DutyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DutyOptions>, DutyOptionsCheck>();
        services.AddSingleton<IValidateOptions<PilotOptions>, PilotOptionsCheck>();
        services.AddSingleton<IValidateOptions<AggregateOptions>, AggregateOptionsCheck>();
        services.AddSingleton<RegistryView>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, RegistryStart>();
        services.AddSingleton<LocalNodes>();
        services.AddSingleton<HeadSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<HeadSweep>());
        services.AddHostedService<MembershipSweep>();
        services.AddWebhook();
        services.AddSingleton<HeadAnchors>();
        services.AddHostedService(provider => provider.GetRequiredService<HeadAnchors>());
        return builder;
    }
}
