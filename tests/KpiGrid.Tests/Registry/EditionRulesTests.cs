using System.Text.Json;
using KpiGrid.Silo.Registry;
using Xunit;

namespace KpiGrid.Tests.Registry;

public sealed class EditionRulesTests
{
    [Fact]
    public void An_edition_is_never_put_again_with_other_numbers_however_well_they_hash()
    {
        var edition = Hashed(new() { Region = RegionId.Parse("ncc"), From = new(2026, 1, 1), To = new(2026, 4, 1), Kpis = [new(KpiCode.Parse("CDW-DIV"), 1, "t")] });
        var other = Hashed(edition with { To = new(2026, 7, 1) });
        var before = new RegistryEntry(Bytes(edition), 1, default, "somebody", null);
        var status = 422;

        Assert.Empty(RoundRules.Check(edition, Bytes(edition), before, ref status));
        var problem = Assert.Single(RoundRules.Check(other, Bytes(other), before, ref status));

        Assert.Equal((409, "edition-fixed"), (status, problem.Code));
    }

    private static EditionFacts Hashed(EditionFacts facts) => facts with { Hash = EditionText.Hash(facts) };

    private static byte[] Bytes(EditionFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options);
}
