using Azure.Core;
using KpiGrid.Silo.Journal.Azure;
using Microsoft.Extensions.Logging.Abstractions;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>A store of a test's own in an emulated account.</summary>
internal sealed class AzureStore(Azurite azurite)
{
    public AzureJournalOptions Options { get; } = new() { Name = Azurite.NewName(), RequestTimeout = TimeSpan.FromSeconds(60) };

    public string ConnectionString => azurite.ConnectionString;

    public AzureJournal Open(Action<ClientOptions>? configure = null, TimeProvider? time = null) => AzureJournal.Open(
        ConnectionString, Options, time ?? TimeProvider.System, NullLogger.Instance, configure);

    /// <summary>The account itself, for those who tamper with it.</summary>
    public AzureAccount Account() => AzureAccount.Open(ConnectionString, Options);
}
