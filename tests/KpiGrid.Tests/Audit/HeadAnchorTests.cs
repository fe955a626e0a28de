using System.Text;
using System.Text.Json;
using KpiGrid.Silo.Audit;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Audit;

public sealed class HeadAnchorTests
{
    [Fact]
    public void An_anchor_is_read_as_it_was_written()
    {
        var heads = Heads(3);
        var part = Assert.Single(HeadAnchor.Of(heads, 4, 10, 17));

        var read = HeadAnchor.Read(part.Body());

        Assert.Equal((4, 17, 1, 1, true), (read.Epoch, read.Mark, read.Part, read.Parts, read.IsLast));
        Assert.Equivalent(heads, read.Heads);
    }

    [Fact]
    public void Many_heads_come_in_parts_that_each_fit_a_record_and_only_the_last_moves_the_mark()
    {
        var heads = Heads(20_000);

        var parts = HeadAnchor.Of(heads, 1, 10, 17);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.InRange(part.Body().Length, 1, HeadAnchor.BodyBytesMax));
        Assert.All(parts.SkipLast(1), part => Assert.Equal((10, false), (part.Mark, part.IsLast)));
        Assert.Equal((17, true), (parts[^1].Mark, parts[^1].IsLast));
        Assert.Equal(heads, parts.SelectMany(part => part.Heads));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"epoch\":1,\"mark\":1,\"part\":1,\"parts\":1,\"heads\":[[\"a\",1,\"?\"]]}")]
    [InlineData("{\"epoch\":1,\"mark\":1,\"part\":1,\"parts\":1,\"heads\":[[]]}")]
    [InlineData("{\"epoch\":1,\"mark\":1,\"part\":1,\"parts\":1,\"heads\":[[null,1,\"\"]]}")]
    public void What_is_no_anchor_is_refused_as_such(string body) =>
        Assert.ThrowsAny<JsonException>(() => HeadAnchor.Read(Encoding.UTF8.GetBytes(body)));

    private static List<JournalHead> Heads(int count) => [.. Enumerable.Range(0, count).Select(i =>
        new JournalHead($"pilot/a-pilot-with-a-rather-long-name-{i}", i + 1, Hash(i), DateTimeOffset.UnixEpoch))];

    private static byte[] Hash(int i) => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i));
}
