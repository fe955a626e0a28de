using System.Text;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Azure;
using Xunit;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>Bodies of every size, names of every kind, and what somebody has made of them.</summary>
public sealed class AzureBodyTests : IAsyncLifetime
{
    private const int InRowMax = 512 * 1024;

    private AzureStore store = null!;
    private AzureJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new(await Azurite.Shared());
        journal = store.Open();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(60 * 1024 - 1, 0)]
    [InlineData(60 * 1024, 0)]
    [InlineData(60 * 1024 + 1, 0)]
    [InlineData(InRowMax - 1, 0)]
    [InlineData(InRowMax, 0)]
    [InlineData(InRowMax + 1, 1)]
    [InlineData(2 * 1024 * 1024, 1)]
    public async Task A_body_of_any_size_is_read_back(int bytes, int blobs)
    {
        var append = Appends.First("pilot/a", Text(bytes));

        Assert.Equal([AppendOutcome.Committed], await journal.Append(append));

        Assert.Equal(append.Record.Body, Assert.Single(await journal.Chain("pilot/a")).Body);
        Assert.Equal(blobs, (await Bodies()).Count);
    }

    [Fact]
    public async Task A_large_body_that_was_changed_is_named_and_never_served()
    {
        await journal.Append(Appends.First("pilot/a", Text(InRowMax + 1)));
        var blob = store.Account().Bodies.GetBlobClient(Assert.Single(await Bodies()));
        await blob.UploadAsync(BinaryData.FromString(Text(InRowMax + 2)), overwrite: true, Cancelled);

        var changed = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));
        var lies = await journal.Stored("", Cancelled).SingleAsync(Cancelled);
        await blob.DeleteAsync(cancellationToken: Cancelled);
        var gone = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));

        Assert.Contains("not what was written", changed.Message, StringComparison.Ordinal);
        Assert.Contains("gone", gone.Message, StringComparison.Ordinal);
        Assert.Equal(("pilot/a", 1, 0), (lies.Stream, lies.Sequence, lies.Hash.Length));
    }

    [Theory]
    [InlineData("pilot/å ß/?#\\%2F'\"+&=;:@|~*()[]{}^`<>,.!$_-")]
    [InlineData("pilot/%")]
    [InlineData("pilot/\u0001\u007f\u0085 日本語 🏗")]
    public async Task A_name_may_hold_any_character(string stream)
    {
        await journal.Append(Appends.First(stream), Appends.First(stream + "/"));
        await journal.AppendNext(stream);

        Assert.Equal(2, (await journal.Chain(stream)).Count);
        Assert.Equal([(stream, 2L), (stream + "/", 1L)],
            (await store.Open().Heads(stream, Cancelled)).Select(head => (head.Stream, head.Sequence)));
        Assert.Equal(3, await journal.Stored(stream, Cancelled).CountAsync(Cancelled));
        Assert.Equal(3, (await journal.Trail(new() { Limit = 10 }, Cancelled)).Records.Count);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("record")]
    [InlineData("last record")]
    public async Task What_was_removed_is_named(string what)
    {
        for (var i = 0; i < 3; i++) await journal.AppendNext("pilot/a");
        var row = what switch { "head" => "head", "record" => AzureKey.Record(2), _ => AzureKey.Record(3) };
        await store.Account().Journal.DeleteEntityAsync(AzureKey.Of("pilot/a"), row, cancellationToken: Cancelled);

        await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));
    }

    [Fact]
    public async Task A_record_beyond_the_head_is_never_written_over_and_others_go_on()
    {
        var lost = Appends.First("pilot/a");
        await journal.Append(lost);
        await store.Account().Journal.DeleteEntityAsync(AzureKey.Of("pilot/a"), "head", cancellationToken: Cancelled);

        Assert.Equal([AppendOutcome.Damaged, AppendOutcome.Committed], await journal.Append(lost, Appends.First("pilot/b")));
    }

    [Fact]
    public async Task A_store_that_lost_its_settings_is_refused()
    {
        await journal.Append(Appends.First("pilot/a"));
        await store.Account().Index.DeleteEntityAsync("setting", "store", cancellationToken: Cancelled);

        Assert.Throws<JournalDamagedException>(() => store.Open());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0!!")]
    [InlineData("")]
    public void A_connection_string_that_is_none_is_said_without_repeating_it(string text)
    {
        var refused = Assert.Throws<InvalidDataException>(() => AzureAccount.Open(text, store.Options));

        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silos_that_make_a_store_together_make_one()
    {
        var fresh = new AzureStore(await Azurite.Shared());

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => fresh.Open(), Cancelled)));

        Assert.Single(made.Select(each => Convert.ToHexString(each.MemberKey.Span)).Distinct());
    }

    private async Task<List<string>> Bodies() =>
        await store.Account().Bodies.GetBlobsAsync(cancellationToken: Cancelled).Select(blob => blob.Name).ToListAsync(Cancelled);

    private static string Text(int bytes) => Encoding.ASCII.GetString([.. Enumerable.Range(0, bytes).Select(i => (byte)('a' + i % 23))]);
}
