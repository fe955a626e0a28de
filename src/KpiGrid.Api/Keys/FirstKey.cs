using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Keys;

/// <summary>The admin's key of an installation that has nobody else to make one.</summary>
public sealed class FirstKey(IGrainFactory grains, [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    private const string Actor = "local-admin";
    private static readonly TimeSpan lasts = TimeSpan.FromDays(3_650);

    /// <summary>Makes sure that a key opens everything: the one given while it is in force, else a new one.</summary>
    /// <param name="held">The key made before; null when there is none.</param>
    /// <param name="keep">Keeps a new key before the registry knows it, so that a stop in between loses none.</param>
    public async Task Ensure(string? held, Action<string> keep)
    {
        if (held is not null && KeyText.Read(held) is { } key)
        {
            if (await Keeping.Read(grains, key.Id) is not { } entry)
            {
                await Put(key);
                return;
            }
            if (Keeping.Facts(entry) is { Revoked: false } facts && facts.Expires > time.GetUtcNow() && key.Opens(facts))
                return;
        }
        var made = KeyText.New();
        keep(made.Shown());
        await Put(made);
    }

    /// <summary>
    /// Makes the first key of an installation that many processes start at once: one of them makes it, and once there was
    /// one nobody makes it again, whatever became of it.
    /// </summary>
    /// <param name="held">The key that this process kept before; null when there is none.</param>
    /// <param name="keep">Keeps a new key before the registry knows it.</param>
    /// <param name="forget">Drops what was kept and opens nothing: another process was first.</param>
    /// <returns>Whether what this process holds opens anything.</returns>
    public async Task<bool> EnsureOnce(string? held, Action<string> keep, Action forget)
    {
        var key = held is null ? null : KeyText.Read(held);
        if (await Keeping.Read(grains, KeyText.FirstId) is null)
        {
            key = KeyText.First();
            keep(key.Shown());
            await Writes.Once(() => Put(key));
        }
        var isMine = key is not null && await Keeping.Read(grains, key.Id) is { } entry && key.Opens(Keeping.Facts(entry));
        if (key is not null && !isMine) forget();
        return isMine;
    }

    private Task<RegistryAnswer> Put(KeyText key) => Keeping.Put(grains, key.Id, new()
    {
        Actor = Actor, Label = "the data folder's own key", Use = KeyUse.Machine, Hash = key.Hash,
        // Samples are loaded on a clock that stands in the past, and the key is in force there too.
        Grants = [new() { Role = Role.Admin, From = new(2000, 1, 1) }],
        Expires = time.GetUtcNow() + lasts,
    }, $"{Actor}/{key.Id}", "first start", ifMatch: 0);
}
