using KpiGrid.Api.Exchange;
using KpiGrid.Web.Report.Files;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Web.Report;

/// <summary>What reporting needs.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReport(this IServiceCollection services)
    {
        services.AddOptions<ExchangeOptions>().BindConfiguration(ExchangeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ReportSubjects>().AddSingleton<ReportPilotsReader>().AddSingleton<Recorder>().AddSingleton<ReportDesk>()
            .AddSingleton<ReportPageReader>()
            .AddSingleton<FileSeries>().AddSingleton<FileCheck>().AddSingleton<FileJobs>().AddSingleton<FileWork>()
            .AddSingleton<FileViews>().AddSingleton<FileDesk>().AddSingleton<Template>();
    }
}
