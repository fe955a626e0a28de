using System.Net;
using KpiGrid.Host.Clustering;
using Orleans.Runtime;
using Xunit;

namespace KpiGrid.Tests.Clustering;

public sealed class EarlierSelfTests
{
    private static readonly SiloAddress self = At(11_111, 500);

    [Fact]
    public void A_silo_whose_address_was_used_by_a_later_clock_is_told_when_it_may_join_and_what_to_do_until_then()
    {
        var refusal = EarlierSelf.Refusal([Entry(At(11_111, 400)), Entry(At(11_111, 4_100))], self);

        Assert.Contains("10.0.0.3:11111", refusal, StringComparison.Ordinal);
        Assert.Contains("2026-11-28 09:15:00 UTC", refusal, StringComparison.Ordinal);
        Assert.Contains("--silo-port", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_starts_and_other_addresses_are_in_nobodys_way() =>
        Assert.Null(EarlierSelf.Refusal([Entry(At(11_111, 400)), Entry(At(11_112, 4_100)), Entry(self)], self));

    private static SiloAddress At(int port, int generation) => SiloAddress.New(IPAddress.Parse("10.0.0.3"), port, generation);

    private static MembershipEntry Entry(SiloAddress silo) =>
        new() { SiloAddress = silo, StartTime = new DateTime(2026, 11, 28, 9, 15, 0, DateTimeKind.Utc) };
}
