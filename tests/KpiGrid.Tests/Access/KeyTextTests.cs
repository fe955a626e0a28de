using KpiGrid.Api.Access;
using Xunit;

namespace KpiGrid.Tests.Access;

public sealed class KeyTextTests
{
    [Fact]
    public void A_key_is_read_back_and_opens_what_has_its_hash()
    {
        var key = KeyText.New();
        var read = KeyText.Read(key.Shown());
        Assert.Equal(key.Id, read!.Id);
        Assert.True(read.Opens(new() { Hash = key.Hash }));
        Assert.False(KeyText.New().Opens(new() { Hash = key.Hash }));
        Assert.False(read.Opens(new()));
    }

    [Fact]
    public void What_is_written_by_mistake_is_not_the_secret()
    {
        var key = KeyText.New();
        Assert.DoesNotContain(key.Shown()[16..], $"{key}", StringComparison.Ordinal);
        Assert.DoesNotContain(key.Shown()[16..], key.Hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_have_nothing_in_common()
    {
        var keys = Enumerable.Range(0, 1_000).Select(_ => KeyText.New()).ToList();
        Assert.Equal((1_000, 1_000), (keys.DistinctBy(key => key.Id).Count(), keys.DistinctBy(key => key.Hash).Count()));
    }

    [Theory]
    [InlineData(""), InlineData("kg_"), InlineData("kg_abcdefghijkm"), InlineData("kg_abcdefghijkm_")]
    [InlineData("kg_abcdefghijkm_AAAA"), InlineData("KG_abcdefghijkm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("kg_abcdefghijk/_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("kg_abcdefghijkm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAæ")]
    public void What_cannot_be_a_key_is_none(string text) => Assert.Null(KeyText.Read(text));
}
