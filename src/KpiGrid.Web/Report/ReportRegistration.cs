using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Web.Report;

/// <summary>What reporting needs.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReport(this IServiceCollection services) => services
        .AddSingleton<ReportSubjects>().AddSingleton<ReportPilotsReader>().AddSingleton<Recorder>().AddSingleton<ReportDesk>()
        .AddSingleton<ReportPageReader>();
}
