using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>
/// Snapshots as blobs. The etag that a snapshot was written with stands in the blob's metadata; what is written over it
/// names the blob's own etag, as found beside the expected one.
/// </summary>
internal sealed class AzureSnapshots(BlobContainerClient container)
{
    private const string EtagName = "etag";

    public Task<Snapshot?> Read(string name, CancellationToken cancellationToken) => AzureFailure.Reading(async () =>
    {
        try
        {
            var answer = await Blob(name).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return new Snapshot(Etag(answer.Value.Details.Metadata), answer.Value.Content.ToArray());
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }, cancellationToken);

    public Task<bool> Write(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        Change(name, expectedEtag, conditions => Blob(name).UploadAsync(
            new BinaryData(snapshot.Body), new BlobUploadOptions
            {
                Conditions = conditions ?? new() { IfNoneMatch = ETag.All },
                Metadata = new Dictionary<string, string> { [EtagName] = snapshot.Etag },
            }, cancellationToken), cancellationToken);

    public Task<bool> Clear(string name, string? expectedEtag, CancellationToken cancellationToken) => expectedEtag is null
        ? AzureFailure.Reading(async () =>
            !(await Blob(name).ExistsAsync(cancellationToken).ConfigureAwait(false)).Value, cancellationToken)
        : Change(name, expectedEtag, conditions => Blob(name).DeleteAsync(
            DeleteSnapshotsOption.None, conditions, cancellationToken), cancellationToken);

    /// <summary>Changes a blob where it is the one expected: by its conditions, or none where none is expected.</summary>
    private Task<bool> Change(
        string name, string? expectedEtag, Func<BlobRequestConditions?, Task> change, CancellationToken cancellationToken) =>
        AzureFailure.Writing(async () =>
        {
            try
            {
                var conditions = default(BlobRequestConditions);
                if (expectedEtag is not null)
                {
                    var found = await Blob(name).GetPropertiesAsync(null, cancellationToken).ConfigureAwait(false);
                    if (Etag(found.Value.Metadata) != expectedEtag) return false;
                    conditions = new() { IfMatch = found.Value.ETag };
                }
                await change(conditions).ConfigureAwait(false);
                return true;
            }
            catch (RequestFailedException other) when (other.IsUnmet())
            {
                return false;
            }
        }, cancellationToken);

    private BlobClient Blob(string name) => container.GetBlobClient(AzureKey.Of(name));

    private static string Etag(IDictionary<string, string> metadata) => metadata.TryGetValue(EtagName, out var etag) ? etag : "";
}
