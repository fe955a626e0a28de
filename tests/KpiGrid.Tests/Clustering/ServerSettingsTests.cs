using KpiGrid.Host.Clustering;
using KpiGrid.Tests.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Clustering;

public sealed class ServerSettingsTests
{
    private const string Database = "Store:Postgres=Host=db;Database=kpigrid;Username=kpigrid;Password=geheim";

    /// <summary>What is set, and words that the refusal must hold: the setting, and what to do.</summary>
    public static TheoryData<string[], string[]> Refused => new()
    {
        { ["Cluster:Role=silo"], ["Cluster:Role silo", "Store:Kind sqlite", "postgres"] },
        { ["Cluster:Role=front", "Store:Kind=sqlite"], ["Cluster:Role front", "sqlite"] },
        { ["Cluster:Role=front", "Store:Kind=sqlite", "Cluster:Kind=postgres", "Cluster:Postgres=Host=db"], ["sqlite"] },
        { ["Cluster:Role=silo", "Store:Kind=postgres", Database, "Cluster:Kind=local"], ["Cluster:Kind local"] },
        { ["Cluster:Kind=postgres", "Cluster:Postgres=Host=db"], ["Store:Kind sqlite", "Cluster:Kind must be local"] },
        { ["Store:Kind=postgres"], ["Store:Postgres is missing", "KPIGRID_Store__Postgres"] },
        { ["Store:Kind=azure"], ["Store:Azure is missing", "KPIGRID_Store__Azure"] },
        { ["Cluster:Role=front", "Cluster:Kind=postgres"], ["Cluster:Postgres is missing", "KPIGRID_Cluster__Postgres"] },
        { ["Store:Kind=mysql"], ["Store:Kind", "one of sqlite, postgres, azure"] },
        { ["Store:Kind=7"], ["Store:Kind", "one of sqlite, postgres, azure"] },
        { ["Store:Postgress=geheim"], ["Store:Postgress is no setting", "Postgres"] },
        { ["Cluster:SiloPort=geheim"], ["Cluster:SiloPort cannot be read", "whole number"] },
        { ["Cluster:SiloPort=0"], ["Cluster:SiloPort", "65535"] },
        { ["Cluster:ProbeTimeout=geheim"], ["Cluster:ProbeTimeout cannot be read", "00:00:01"] },
        { ["Cluster:ProbeTimeout=01:00:00"], ["Cluster:ProbeTimeout", "00:01:00"] },
        { ["Cluster:Address=geheim.example"], ["Cluster:Address", "IP address"] },
        { ["Cluster:Address=20.0.0.1"], ["Cluster:Address 20.0.0.1", "Cluster:AcceptPublicAddress"] },
        { ["Cluster:Address=0.0.0.0"], ["Cluster:Address 0.0.0.0"] },
        { ["Cluster:Address=2a00::1"], ["Cluster:Address 2a00::1"] },
        { ["Cluster:SiloPort=30000"], ["Cluster:SiloPort", "Cluster:GatewayPort"] },
        { ["Store:Kind=postgres", "Store:Postgres=Hast=db;Password=geheim"], ["Store:Postgres is no connection string", "Host="] },
        { ["Store:Kind=postgres", "Store:Postgres=geheim"], ["Store:Postgres is no connection string"] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_does_not_go_together_is_refused_by_name_and_remedy_without_a_secret(string[] set, string[] words)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Of(set)).Message;
        Assert.All(words, word => Assert.Contains(word, refusal, StringComparison.Ordinal));
        if (!set.Any(each => each.StartsWith("Cluster:Address", StringComparison.Ordinal)))
            Assert.DoesNotContain("geheim", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_a_process_is_an_installation_of_its_own()
    {
        var settings = Of();
        Assert.Equal((ServerRole.All, StoreKind.Sqlite, true), (settings.Role, settings.StoreKind, settings.IsAlone));
    }

    [Fact]
    public void A_cluster_meets_in_the_database_of_its_store_unless_another_is_named()
    {
        var settings = Of("Store:Kind=postgres", Database, "Cluster:Role=silo");
        Assert.Equal((ClusterKind.Postgres, settings.Store.Postgres), (settings.ClusterKind, settings.ClusterPostgres));
        Assert.Equal("Host=other", Of("Store:Kind=postgres", Database, "Cluster:Postgres=Host=other").ClusterPostgres);
    }

    [Theory]
    [InlineData("10.1.2.3", "false")]
    [InlineData("192.168.0.9", "false")]
    [InlineData("fd00::7", "false")]
    [InlineData("20.0.0.1", "true")]
    public void Silos_are_reached_in_private_networks_or_where_somebody_answers_for_it(string address, string accept) =>
        Assert.Equal(address, Of($"Cluster:Address={address}", $"Cluster:AcceptPublicAddress={accept}").Cluster.Address);

    [Fact]
    public void A_front_end_needs_no_store() =>
        Assert.True(Of("Cluster:Role=front", "Cluster:Kind=postgres", "Cluster:Postgres=Host=db").IsFront);

    [Fact]
    public void The_environment_counts_more_than_the_file_and_the_command_line_most()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(Directory.CreateDirectory(folder.Path).FullName, "settings.json");
        File.WriteAllText(file, """{"Cluster":{"Id":"file","Service":"file","SiloPort":1},"Store":{"Kind":"postgres"}}""");
        Environment.SetEnvironmentVariable("KPIGRID_Cluster__Service", "environment");
        Environment.SetEnvironmentVariable("KPIGRID_Cluster__SiloPort", "2");
        try
        {
            using var configuration = new ConfigurationManager();
            configuration.AddSettings(file, new Dictionary<string, string?> { ["Cluster:SiloPort"] = "3" });
            Assert.Equal(("file", "environment", "3", "postgres"), (configuration["Cluster:Id"],
                configuration["Cluster:Service"], configuration["Cluster:SiloPort"], configuration["Store:Kind"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("KPIGRID_Cluster__Service", null);
            Environment.SetEnvironmentVariable("KPIGRID_Cluster__SiloPort", null);
        }
    }

    private static ServerSettings Of(params string[] set) => ServerSettings.Of(new ConfigurationBuilder()
        .AddInMemoryCollection(set.Select(each => each.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]))
        .Build());
}
