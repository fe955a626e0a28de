using System.Security.Cryptography;
using KpiGrid.Silo.Journal;
using Orleans.Concurrency;

namespace KpiGrid.Silo.Hosting;

/// <summary>What is derived from the installation's key; the key itself never leaves the silos.</summary>
[StatelessWorker]
internal sealed class InstallationGrain(IJournal journal) : Grain, IInstallationGrain
{
    private const int FormKeyBytes = 64;

    public Task<byte[]> FormKey() => Task.FromResult(HKDF.DeriveKey(
        HashAlgorithmName.SHA256, journal.MemberKey.ToArray(), FormKeyBytes, info: "kpigrid form key 1"u8.ToArray()));
}
