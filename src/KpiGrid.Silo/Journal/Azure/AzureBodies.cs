using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Bodies too large for a row: blobs named by their hash, so that one that was changed is known by its name.</summary>
internal sealed class AzureBodies(BlobContainerClient container)
{
    /// <summary>The largest body that stands in its row: in base 64 it leaves room for the rest of a transaction.</summary>
    private const int InRowBytesMax = 512 * 1024;

    // One request, whatever the size: a body that was written in part would have its whole name.
    private static readonly BlobUploadOptions whole = new()
    {
        TransferOptions = new StorageTransferOptions { InitialTransferSize = 256 * 1024 * 1024 },
    };

    public static bool IsLarge(byte[] body) => body.Length > InRowBytesMax;

    public static string Name(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>Stores a body before the record that names it. One that is there is the same, or mended by this.</summary>
    public Task Put(byte[] body, CancellationToken cancellationToken) =>
        container.GetBlobClient(Name(body)).UploadAsync(new BinaryData(body), whole, cancellationToken);

    /// <summary>Reads a body.</summary>
    /// <exception cref="JournalDamagedException">It is gone, or not what its name says.</exception>
    public Task<byte[]> Read(string name, CancellationToken cancellationToken) => AzureFailure.Reading(async () =>
    {
        try
        {
            var answer = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            var body = answer.Value.Content.ToArray();
            return Name(body) == name ? body : throw Damaged(name, "is not what was written");
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            throw Damaged(name, "is gone", gone);
        }
    }, cancellationToken);

    private static JournalDamagedException Damaged(string name, string how, Exception? cause = null) =>
        new($"The body {name} of a record {how}: restore the store from a backup", cause);
}
