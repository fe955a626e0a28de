using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>The tables and containers of one installation, and what is fixed in them.</summary>
internal sealed class AzureAccount
{
    private const string Setting = "setting", Store = "store";
    private const long KnownLayout = 1;

    private AzureAccount(TableServiceClient tables, BlobServiceClient blobs, string name)
    {
        Journal = tables.GetTableClient(name + "journal");
        Index = tables.GetTableClient(name + "index");
        Trail = tables.GetTableClient(name + "trail");
        Bodies = blobs.GetBlobContainerClient(name + "-bodies");
        Snapshots = blobs.GetBlobContainerClient(name + "-snapshots");
        foreach (var table in (TableClient[])[Journal, Index, Trail]) table.CreateIfNotExists();
        foreach (var container in (BlobContainerClient[])[Bodies, Snapshots]) container.CreateIfNotExists();
        (Epoch, MemberKey) = Settings();
    }

    /// <summary>A partition per stream: its head, its records, and who an actor is.</summary>
    public TableClient Journal { get; }

    /// <summary>Settings, the names of all streams, and the moves.</summary>
    public TableClient Index { get; }

    /// <summary>Where each record stands in time.</summary>
    public TableClient Trail { get; }

    public BlobContainerClient Bodies { get; }
    public BlobContainerClient Snapshots { get; }
    public long Epoch { get; }
    public byte[] MemberKey { get; }

    /// <summary>Opens an account, making what is missing.</summary>
    /// <exception cref="IOException">It cannot be opened now.</exception>
    /// <exception cref="InvalidDataException">The connection string is none, or the account is of a newer program.</exception>
    public static AzureAccount Open(
        string connectionString, AzureJournalOptions options, Action<ClientOptions>? configure = null)
    {
        var (tables, blobs) = Clients(connectionString, options, configure);
        try
        {
            return new(tables, blobs, options.Name);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException)
        {
            throw new IOException(
                $"The Azure storage account cannot be opened: {AzureFailure.Brief(failure)}", failure);
        }
    }

    private static (TableServiceClient Tables, BlobServiceClient Blobs) Clients(
        string connectionString, AzureJournalOptions options, Action<ClientOptions>? configure)
    {
        try
        {
            return (new(connectionString, Once(new TableClientOptions(), options, configure)),
                new(connectionString, Once(new BlobClientOptions(), options, configure)));
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or ArgumentException)
        {
            // Not in its own words, which repeat what could not be read: a part of a secret.
            throw new InvalidDataException("The connection string of the Azure storage account cannot be read: copy it anew");
        }
    }

    // A second try of the client's would find the first one's record and call it somebody else's.
    private static T Once<T>(T client, AzureJournalOptions options, Action<ClientOptions>? configure)
        where T : ClientOptions
    {
        client.Retry.MaxRetries = 0;
        client.Retry.NetworkTimeout = options.RequestTimeout;
        configure?.Invoke(client);
        return client;
    }

    private (long Epoch, byte[] MemberKey) Settings()
    {
        // Settings come before the first record, so they are looked for again once there is one.
        if (Stored() is not { } row)
        {
            if (Journal.Query<TableEntity>(maxPerPage: 1).Any()) row = Stored() ?? throw Lost(Store);
            else row = Make();
        }
        if (row.GetInt64("Layout") > KnownLayout)
            throw new InvalidDataException(
                $"The tables of {Index.AccountName} were written by a newer kpigrid (layout {row.GetInt64("Layout")}): " +
                "start that version");
        return (row.GetInt64(nameof(Epoch)) ?? throw Lost(nameof(Epoch)),
            row.GetBinary(nameof(MemberKey)) ?? throw Lost(nameof(MemberKey)));
    }

    private TableEntity? Stored()
    {
        var row = Index.GetEntityIfExists<TableEntity>(Setting, Store);
        return row.HasValue ? row.Value : null;
    }

    private TableEntity Make()
    {
        var made = new TableEntity(Setting, Store)
        {
            ["Layout"] = KnownLayout,
            [nameof(Epoch)] = 1L,
            [nameof(MemberKey)] = RandomNumberGenerator.GetBytes(32),
        };
        try
        {
            Index.AddEntity(made);
            return made;
        }
        catch (RequestFailedException other) when (other.IsUnmet())
        {
            return Stored() ?? throw Lost(Store);
        }
    }

    // Another key for one that was lost would count every member twice.
    private static JournalDamagedException Lost(string setting) =>
        new($"The storage account has lost its setting '{setting}': restore it from a backup");
}
