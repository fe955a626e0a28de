using KpiGrid.Api.Boundaries;
using KpiGrid.Api.Changes;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Confirmations;
using KpiGrid.Api.Conflicts;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Fields;
using KpiGrid.Api.Instruments;
using KpiGrid.Api.Late;
using KpiGrid.Api.Lineage;
using KpiGrid.Api.Matrix;
using KpiGrid.Api.Overlap;
using KpiGrid.Api.Rounds;
using KpiGrid.Api.Streams;
using KpiGrid.Api.Targets;
using KpiGrid.Api.Totals;
using KpiGrid.Api.WhatIf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KpiGrid.Api.Questions;

/// <summary>Registers what answers questions: totals, explain and streams.</summary>
public static class QuestionRegistration
{
    /// <summary>Adds it; the clock under <see cref="KpiTime.Key"/> is the host's to add.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.AddOptions<QuestionOptions>().BindConfiguration(QuestionOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DutyOptions>().BindConfiguration(DutyOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DisclosureOptions>().BindConfiguration(DisclosureOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Insight>().AddSingleton<Suppression>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnownNouns>().AddSingleton<LocalDays>().AddSingleton<PlaceFinder>()
            .AddSingleton<Settling>();
        services.AddSingleton<BoundaryReader>().AddSingleton<EndedReader>();
        services.AddSingleton<TotalsSource>().AddSingleton<SplitNames>().AddSingleton<TotalsReader>().AddSingleton<SeenTotals>()
            .AddSingleton<TotalsDesk>();
        services.AddSingleton<OverlapReader>().AddSingleton<OverlapDesk>();
        services.AddSingleton<WhatIfReader>().AddSingleton<WhatIfDesk>();
        services.AddSingleton<BuildingTypes>().AddSingleton<MatrixReader>().AddSingleton<FieldsReader>();
        services.AddSingleton<DefinitionSeries>().AddSingleton<ExplainReader>().AddSingleton<ExplainDesk>();
        services.AddSingleton<StreamsReader>().AddSingleton<SeriesDesk>();
        services.AddSingleton<LateReader>().AddSingleton<ConflictsReader>().AddSingleton<ConfirmationsReader>().AddSingleton<RevisionsSince>().AddSingleton<ChangesReader>();
        services.AddSingleton<ProgressReader>().AddSingleton<ProgressDesk>();
        services.AddSingleton<Steps>().AddSingleton<InstrumentsReader>();
        services.AddCompare();
        services.AddSingleton<AllPilots>().AddSingleton<Adoption>().AddSingleton<LineageReader>();
        services.AddRounds();
        return services;
    }
}
