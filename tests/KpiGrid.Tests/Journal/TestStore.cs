using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Azure;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Journal.Azure;
using KpiGrid.Tests.Journal.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Tests.Journal;

/// <summary>
/// The store behind a fixture: its own default, or the one that KPIGRID_TEST_STORE names, so that the same tests are run
/// against each (<c>memory</c>, <c>sqlite</c>, <c>postgres</c>, <c>azure</c>).
/// </summary>
internal sealed class TestStore : IAsyncDisposable
{
    private const string Variable = "KPIGRID_TEST_STORE";

    private readonly Action<ISiloBuilder> add;
    private readonly Func<ValueTask> remove;

    private TestStore(Action<ISiloBuilder> add, Func<ValueTask>? remove = null) =>
        (this.add, this.remove) = (add, remove ?? (() => ValueTask.CompletedTask));

    /// <summary>A store of a fixture that is content with memory.</summary>
    public static Task<TestStore> New() => New("memory", null);

    /// <summary>A store of a fixture that otherwise runs on the embedded one, in the fixture's folder where it has one.</summary>
    public static Task<TestStore> NewEmbedded(string? folder = null) => New("sqlite", folder);

    /// <summary>Gives a silo this store.</summary>
    public void AddTo(ISiloBuilder silo) => add(silo);

    public ValueTask DisposeAsync() => remove();

    private static async Task<TestStore> New(string usual, string? folder)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var kind = string.IsNullOrEmpty(named) ? usual : named;
        return kind switch
        {
            "memory" => new(silo => silo.AddMemoryJournal()),
            "sqlite" when folder is not null => new(silo => silo.AddSqliteJournal(folder)),
            "sqlite" => Sqlite(new()),
            "postgres" => Postgres(await PostgresRun.NewStore()),
            "azure" => Azure(new(await Azurite.Shared())),
            _ => throw new InvalidOperationException($"{Variable} is '{kind}', not memory, sqlite, postgres or azure"),
        };
    }

    private static TestStore Sqlite(TempFolder folder) => new(silo => silo.AddSqliteJournal(folder.Path), () =>
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    });

    private static TestStore Postgres(PostgresDatabase database) => new(silo =>
    {
        silo.AddPostgresJournal(database.ConnectionString);
        silo.Services.Configure<PostgresOptions>(options => options.AcceptLoss = PostgresRun.Options.AcceptLoss);
    }, database.DisposeAsync);

    private static TestStore Azure(AzureStore store) => new(silo =>
    {
        silo.AddAzureJournal(store.ConnectionString);
        silo.Services.Configure<AzureJournalOptions>(options =>
            (options.Name, options.RequestTimeout) = (store.Options.Name, store.Options.RequestTimeout));
    });
}
