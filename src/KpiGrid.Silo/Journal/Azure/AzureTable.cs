using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Short forms of what the journal says to a table. What fails to be read is said by its name.</summary>
internal static class AzureTable
{
    /// <summary>The most rows of one transaction; one more is answered with what no client can read.</summary>
    public const int TransactionRowsMax = 100;

    /// <summary>The most small rows that one answer holds.</summary>
    public const int PageRowsMax = 1_000;

    /// <summary>One row, or null when there is none.</summary>
    public static Task<TableEntity?> Row(
        this TableClient table, string partition, string row, CancellationToken cancellationToken) =>
        AzureFailure.Reading(async () =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancellationToken)
                .ConfigureAwait(false);
            return found.HasValue ? found.Value : null;
        }, cancellationToken);

    /// <summary>The rows that a filter passes, by key.</summary>
    public static async IAsyncEnumerable<TableEntity> Rows(
        this TableClient table, string filter, int pageRowsMax,
        [EnumeratorCancellation] CancellationToken cancellationToken, params string[] columns)
    {
        var pages = table.QueryAsync<TableEntity>(
            filter, pageRowsMax, columns.Length == 0 ? null : columns, cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        while (await AzureFailure.Reading(() => pages.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false))
            foreach (var row in pages.Current.Values) yield return row;
    }

    /// <summary>Puts rows that replace what is there; those of one partition in transactions.</summary>
    public static Task Put(this TableClient table, IEnumerable<TableEntity> rows) => Task.WhenAll(rows
        .GroupBy(row => row.PartitionKey, StringComparer.Ordinal)
        .SelectMany(partition => partition.Chunk(TransactionRowsMax))
        .Select(chunk => table.SubmitTransactionAsync(
            chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)))));
}
