using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace KpiGrid.Silo.Journal;

/// <summary>Grain persistence in the snapshot table: a cache, so what cannot be read is as good as none.</summary>
internal sealed class SnapshotStorage(
    ISnapshotTable table,
    IGrainStorageSerializer serializer,
    IActivatorProvider activators,
    ILogger<SnapshotStorage> log) : IGrainStorage
{
    /// <summary>The name of the storage provider.</summary>
    public const string ProviderName = "snapshots";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var snapshot = await table.ReadSnapshot(Name(stateName, grainId), cancellationToken);
        grainState.RecordExists = TryOpen<T>(snapshot, Name(stateName, grainId), out var state);
        grainState.State = grainState.RecordExists ? state! : Empty<T>();
        grainState.ETag = snapshot?.Etag;
    }

    public async Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var next = new Snapshot(Guid.NewGuid().ToString("N"), Seal(serializer.Serialize(grainState.State)));
        if (!await table.WriteSnapshot(Name(stateName, grainId), grainState.ETag, next, cancellationToken))
            throw Conflict(stateName, grainId, grainState.ETag);
        grainState.ETag = next.Etag;
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        if (!await table.ClearSnapshot(Name(stateName, grainId), grainState.ETag, cancellationToken))
            throw Conflict(stateName, grainId, grainState.ETag);
        grainState.State = Empty<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static string Name(string stateName, GrainId grainId) => $"{stateName}/{grainId}";

    private static InconsistentStateException Conflict(string stateName, GrainId grainId, string? etag) =>
        new($"Somebody else wrote the snapshot {Name(stateName, grainId)}", "", etag ?? "");

    private T Empty<T>() => activators.GetActivator<T>().Create();

    // A digest in front, since a damaged snapshot may well deserialize, into wrong totals.
    private static byte[] Seal(BinaryData state) => [.. SHA256.HashData(state), .. state.ToMemory().Span];

    private static BinaryData Open(ReadOnlyMemory<byte> body) =>
        body.Length >= SHA256.HashSizeInBytes
        && body.Span[..SHA256.HashSizeInBytes].SequenceEqual(SHA256.HashData(body.Span[SHA256.HashSizeInBytes..]))
            ? new(body[SHA256.HashSizeInBytes..])
            : throw new SerializerException("Its digest does not fit");

    private bool TryOpen<T>(Snapshot? snapshot, string name, out T? state)
    {
        state = default;
        if (snapshot is null) return false;
        try
        {
            state = serializer.Deserialize<T>(Open(snapshot.Body));
            return true;
        }
        catch (SerializerException unreadable)
        {
            log.LogWarning(unreadable, "Snapshot {Name} cannot be read and is made anew from the journal", name);
            return false;
        }
    }
}
