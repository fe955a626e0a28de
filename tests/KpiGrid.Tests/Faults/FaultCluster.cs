using System.Globalization;
using System.Net;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Silos, front ends and PostgreSQL, each a process on a host of its own, and a host for clients. A supervisor starts again
/// what ends.
/// </summary>
internal sealed class FaultCluster : IAsyncDisposable
{
    public const string Database = "database";
    public const string Clients = "clients";
    private const int HttpPort = 8420;
    private const int ProxyPort = 6432;

    private static readonly TimeSpan standsWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan supervisedEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan answersWithin = TimeSpan.FromSeconds(30);

    private static readonly string? keptLogs = Environment.GetEnvironmentVariable("KPIGRID_FAULT_LOGS");

    private readonly FaultSetting setting;
    private readonly TempFolder folder = new();
    private readonly CancellationTokenSource end = new();
    private Task supervising = Task.CompletedTask;

    private FaultCluster(FaultSetting setting) => this.setting = setting;

    public HostNetwork Network { get; private set; } = null!;
    public PostgresHost Postgres { get; private set; } = null!;
    public StorageProxy Storage { get; private set; } = null!;
    public IReadOnlyList<ServerNode> Silos { get; private set; } = [];
    public IReadOnlyList<ServerNode> FrontEnds { get; private set; } = [];
    public IReadOnlyList<Uri> Fronts { get; private set; } = [];
    public HttpClient Http { get; private set; } = null!;
    public JournalRows Rows { get; private set; } = null!;

    /// <summary>The processes that run now.</summary>
    public IEnumerable<int> Processes => Nodes.Where(node => node.IsRunning).Select(node => node.ProcessId);

    /// <summary>What the processes said last.</summary>
    public string Said => string.Join('\n', Nodes.Select(node => $"== {node.Host}, start {node.Starts}: {node.Said}"));

    private string FirstFolder => folder.File(Silos[0].Host);

    private IEnumerable<ServerNode> Nodes => Silos.Concat(FrontEnds);

    public static async Task<FaultCluster> Start(FaultSetting setting)
    {
        Needed.Must(HostNetwork.IsPossible, "Only root can make network namespaces; iproute2 and nftables must be there");
        Needed.Must(PostgresHost.IsThere, "There is no PostgreSQL: install the package postgresql");
        var cluster = new FaultCluster(setting);
        try
        {
            await cluster.Start();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until every process runs and every front end answers.</summary>
    public async Task Stands()
    {
        var stands = await Deadline.Comes(DoesStand, standsWithin);
        Assert.True(stands, $"The cluster does not stand after {standsWithin}:\n{Said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (end.IsCancellationRequested) return;
        await end.CancelAsync();
        await supervising;
        foreach (var node in Nodes) node.Dispose();
        Http?.Dispose();
        if (Storage is not null) await Storage.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        Network?.Dispose();
        KeepLogs();
        folder.Dispose();
        end.Dispose();
    }

    private void KeepLogs()
    {
        if (keptLogs is null) return;
        var kept = Directory.CreateDirectory(Path.Combine(keptLogs, Path.GetFileName(folder.Path)));
        foreach (var log in Directory.EnumerateFiles(folder.Path, "*.log"))
            File.Copy(log, Path.Combine(kept.FullName, Path.GetFileName(log)));
    }

    private async Task Start()
    {
        var silos = Names("silo", setting.Silos);
        var fronts = Names("front", setting.Fronts);
        Network = new([Database, Clients, .. silos, .. fronts]);
        await StartPostgres();
        Silos = [.. silos.Select(host => Node(host, "silo"))];
        FrontEnds = [.. fronts.Select(host => Node(host, "front"))];
        Fronts = [.. fronts.Select(Address)];
        Silos[0].Start(); // the first makes the schema
        await Deadline.Comes(() => Task.FromResult(HasKeyOrEnded()), standsWithin);
        foreach (var node in Nodes.Skip(1)) node.Start();
        supervising = Task.Run(Supervise);
        Http = new NamespaceSockets(Network.Namespace(Clients)).Client(answersWithin);
        await Stands();
        Http.With(AdminKeyFile.Read(FirstFolder)!);
        foreach (var (path, body) in World.Facts()) await Put(path, body);
    }

    private bool HasKeyOrEnded() => !Silos[0].IsRunning || File.Exists(AdminKeyFile.PathIn(FirstFolder));

    private async Task StartPostgres()
    {
        var address = Network.Address(Database);
        Postgres = new(setting.Disk ?? folder.Path, Network.Namespace(Database), address, folder.File("postgres.log"));
        await Postgres.Start();
        Storage = new(new(Network.Namespace(Database)), new(IPAddress.Parse(address), ProxyPort), Postgres.SocketPath);
        Rows = new(Postgres);
    }

    private ServerNode Node(string host, string role)
    {
        var node = new ServerNode(host, Network.Namespace(host), folder.File($"{host}.log"), _ => Command(host, role));
        var connection = PostgresHost.Connection(Network.Address(Database), ProxyPort);
        var settings = new Dictionary<string, string>
        {
            ["Store__Kind"] = "Postgres", ["Store__Postgres"] = $"{connection};{setting.StorageOptions}",
            ["Cluster__Kind"] = "Postgres", ["Cluster__Postgres"] = connection,
            ["Cluster__Id"] = "faults", ["Cluster__Address"] = Network.Address(host),
            ["Live__HeartbeatEvery"] = "00:00:02",
        };
        foreach (var (name, value) in setting.Settings) settings[name] = value;
        foreach (var (name, value) in settings) node.Environment[$"KPIGRID_{name}"] = value;
        foreach (var (name, value) in setting.Environment) node.Environment[name] = value;
        return node;
    }

    private IReadOnlyList<string> Command(string host, string role) =>
    [
        .. Program(), "serve", "--role", role,
        "--urls", $"http://{Network.Address(host)}:{HttpPort}", "--insecure-public", "--data", folder.File(host),
    ];

    private string[] Program()
    {
        var program = Path.Combine(AppContext.BaseDirectory, setting.Program);
        if (!Path.HasExtension(program)) return [program];
        return [System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", program];
    }

    private Uri Address(string host) => new($"http://{Network.Address(host)}:{HttpPort}");

    private async Task<bool> DoesStand()
    {
        if (!Nodes.All(node => node.IsRunning)) return false;
        var answers = await Task.WhenAll(Nodes.Select(node => IsReady(Address(node.Host))));
        return answers.All(ready => ready);
    }

    private async Task<bool> IsReady(Uri front)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(front, "/health/ready"), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Put(string path, string body)
    {
        var client = new FrontClient(Http, Fronts, new(), 0);
        using var deadline = new CancellationTokenSource(standsWithin);
        await client.Insist(HttpMethod.Put, path, body, supervisedEvery, deadline.Token);
    }

    private async Task Supervise()
    {
        using var ticks = new PeriodicTimer(supervisedEvery);
        while (!end.IsCancellationRequested)
        {
            await Task.WhenAny(ticks.WaitForNextTickAsync(end.Token).AsTask());
            if (end.IsCancellationRequested) return;
            foreach (var node in Nodes) node.Supervise();
        }
    }

    private static string[] Names(string role, int count) =>
        [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{role}{number}"))];
}
