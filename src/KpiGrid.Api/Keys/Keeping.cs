using System.Text.Json;
using KpiGrid.Api.Access;

namespace KpiGrid.Api.Keys;

/// <summary>Keys in the registry.</summary>
internal static class Keeping
{
    public static async Task<RegistryEntry?> Read(IGrainFactory grains, string id) =>
        KeyText.IsId(id) ? await Grain(grains, id).Read(null) : null;

    public static Task<RegistryAnswer> Put(
        IGrainFactory grains, string id, KeyFacts facts, string author, string reason, long? ifMatch) =>
        Grain(grains, id).Put(new()
        {
            Facts = JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options),
            Author = author, Reason = reason, IfMatch = ifMatch,
        });

    /// <summary>Takes a key back; of two who do so at once, one finds that the other was first.</summary>
    public static Task<RegistryAnswer> Revoke(
        IGrainFactory grains, string id, RegistryEntry entry, string author, string reason) =>
        Put(grains, id, Facts(entry) with { Revoked = true }, author, reason, entry.Head);

    public static KeyFacts Facts(RegistryEntry entry) =>
        JsonSerializer.Deserialize<KeyFacts>(entry.Facts, KpiGridJson.Options)!;

    private static IRegistryGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IRegistryGrain>($"key/{id}");
}
