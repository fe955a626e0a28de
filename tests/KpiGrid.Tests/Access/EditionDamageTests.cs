using System.Text;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>Somebody who writes into the store past everything else.</summary>
[Collection(nameof(AccessGrid))]
public sealed class EditionDamageTests(AccessGrid grid)
{
    [Fact]
    public async Task An_edition_whose_numbers_are_not_those_of_its_hash_is_never_served()
    {
        var whole = (await grid.Get("/v1/regions/net-a/editions/1", "admin"))["edition"]!;
        whole["lines"]![0]!["value"] = 1_000_000;
        await grid.Send("PUT", "/v1/regions/net-damaged", "admin", AccessWorld.Region("net-damaged"));
        var record = JournalRecord.After(JournalHead.Empty("edition/net-damaged/1"), TimeProvider.System.GetUtcNow(), "nobody", "facts",
            Encoding.UTF8.GetBytes($$"""{"facts":{{whole.ToJsonString()}}}"""));
        await grid.Journal.Append([new(record)], TestContext.Current.CancellationToken);

        var answer = await grid.Send("GET", "/v1/regions/net-damaged/editions/1", "admin");

        Assert.Equal(503, answer.Status);
        Assert.Contains("edition/net-damaged/1", answer.Text, StringComparison.Ordinal);
    }
}
