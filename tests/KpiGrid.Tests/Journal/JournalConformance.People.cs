using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

public abstract partial class JournalConformance
{
    private static readonly Person Ann = new() { Name = "Ann Example", Email = "ann@example.org" };

    private IPersonTable People => (IPersonTable)journal;

    [Fact]
    public async Task A_person_is_kept_and_erased_with_the_record_that_says_so()
    {
        var put = Appends.First("actor/ann") with { Person = new("ann", Ann) };
        var erased = Appends.After(put.Record.Head) with { Person = new("ann", null) };

        await journal.Append(put);
        var kept = await People.ReadPerson("ann", Cancelled);
        await journal.Append(erased);

        Assert.Equal(Ann, kept);
        Assert.Null(await People.ReadPerson("ann", Cancelled));
        Assert.Equal(2, (await journal.Chain("actor/ann")).Count);
        Assert.True(await People.EmptyLog(Cancelled));
    }

    [Fact]
    public async Task A_person_is_not_kept_without_the_record_that_says_so()
    {
        await journal.Append(Appends.First("actor/ann"));

        var lost = await journal.Append(Appends.First("actor/ann") with { Person = new("ann", Ann) });
        var refused = await journal.Append(Appends.First("actor/bob", author: "nul\0") with { Person = new("bob", Ann) });

        Assert.Equal([AppendOutcome.FenceLost, AppendOutcome.Refused], lost.Concat(refused));
        Assert.Null(await People.ReadPerson("ann", Cancelled));
        Assert.Null(await People.ReadPerson("bob", Cancelled));
    }

    [Fact]
    public async Task A_person_goes_with_a_record_of_their_own_stream_only() => await Assert.ThrowsAsync<ArgumentException>(
        () => journal.Append(Appends.First("actor/bob") with { Person = new("ann", Ann) }));
}
