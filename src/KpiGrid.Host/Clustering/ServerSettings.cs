using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Clustering;

/// <summary>What decides how a process is composed: its role, its store, its cluster.</summary>
internal sealed record ServerSettings(StoreOptions Store, ClusteringOptions Cluster)
{
    public ServerRole Role => Cluster.Role;

    public bool IsFront => Role == ServerRole.Front;

    public StoreKind StoreKind => Store.Kind ?? StoreKind.Sqlite;

    public ClusterKind ClusterKind => Cluster.Kind ?? StoreKind switch
    {
        StoreKind.Postgres => ClusterKind.Postgres,
        StoreKind.Azure => ClusterKind.Azure,
        _ => ClusterKind.Local,
    };

    /// <summary>Whether this process is an installation of its own, that nobody joins.</summary>
    public bool IsAlone => ClusterKind == ClusterKind.Local;

    public string? ClusterPostgres => Cluster.Postgres ?? Store.Postgres;

    public string? ClusterAzure => Cluster.Azure ?? Store.Azure;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="OptionsValidationException">What is wrong, by setting and remedy, without a secret.</exception>
    public static ServerSettings Of(IConfiguration configuration)
    {
        var settings = new ServerSettings(
            Read<StoreOptions>(configuration, StoreOptions.Section),
            Read<ClusteringOptions>(configuration, ClusteringOptions.Section));
        var problems = Problems(settings.Cluster, ClusteringOptions.Section).Concat(ServerSettingsCheck.Of(settings)).ToList();
        return problems.Count == 0 ? settings : throw Wrong(problems);
    }

    private static T Read<T>(IConfiguration configuration, string name) where T : new()
    {
        var section = configuration.GetSection(name);
        var problems = SectionCheck.Of<T>(section).ToList();
        return problems.Count == 0 ? section.Get<T>() ?? new() : throw Wrong(problems);
    }

    private static IEnumerable<string> Problems(object options, string section)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), problems, validateAllProperties: true);
        return problems.Select(problem => $"{section}:{string.Join(", ", problem.MemberNames)}: {problem.ErrorMessage}");
    }

    private static OptionsValidationException Wrong(IEnumerable<string> problems) =>
        new(ClusteringOptions.Section, typeof(ServerSettings), problems);
}
