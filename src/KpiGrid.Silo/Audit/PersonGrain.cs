using KpiGrid.Silo.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Silo.Audit;

/// <summary>
/// One person: the writer of their row and of the journal stream that says when it changed. It keeps nothing of them in
/// memory, and nothing of them stands in a record.
/// </summary>
internal sealed class PersonGrain(
    IJournal journal, IPersonTable people, GroupCommit commit, TimeProvider timer,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time) : Grain, IPersonGrain
{
    private const int EmptyTries = 5;
    private static readonly TimeSpan emptyAgainAfter = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] put = FactsBody("put");
    private static readonly byte[] erased = FactsBody("erased");

    private JournalHead head = null!;

    private string Actor => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        head = await journal.Head(Streams.Actors + Actor, cancellationToken);

    public Task<Person?> Read() => people.ReadPerson(Actor, CancellationToken.None);

    public async Task<IReadOnlyList<Problem>> Put(Person person, string author)
    {
        if (person.Check() is { Count: > 0 } problems) return problems;
        if (person != await Read()) await Append(put, new(Actor, person), author);
        return [];
    }

    public async Task<bool> Erase(string author)
    {
        if (await Read() is null) return false;
        await Append(erased, new(Actor, null), author);
        // Somebody who reads holds the log for a moment; what is not emptied now is emptied with the next write.
        for (var i = 0; i < EmptyTries && !await people.EmptyLog(CancellationToken.None); i++)
            await Task.Delay(emptyAgainAfter, timer);
        return true;
    }

    private async Task Append(byte[] body, PersonRow row, string author)
    {
        var record = JournalRecord.After(head, time.GetUtcNow(), author, Registry.FactsRecord.Type, body);
        try
        {
            await commit.Append(new(record) { Person = row }, CancellationToken.None);
        }
        catch (Exception)
        {
            // The outcome is not known: the head must be read again.
            DeactivateOnIdle();
            throw;
        }
        head = record.Head;
    }

    private static byte[] FactsBody(string what) =>
        Registry.FactsRecord.Body(System.Text.Encoding.UTF8.GetBytes($$"""{"person":"{{what}}"}"""), null);
}
