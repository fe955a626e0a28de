using Azure;
using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>One append on its way: what it needs, and what became of it.</summary>
internal sealed class AzureAppend(Append append, AzureAccount account, AzureBodies bodies)
{
    private const int TriesMax = 4;
    private const int KeyLengthMax = 400, TextLengthMax = 1_024;

    private HeadRow? head;

    public JournalRecord Record => append.Record;

    /// <summary>Unknown until it is known.</summary>
    public AppendOutcome Outcome { get; private set; } = AppendOutcome.Unknown;

    /// <summary>Why it is not known.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether storage can hold it; one that it cannot hold may not fail its group.</summary>
    public bool IsHoldable()
    {
        var holdable = JournalGroup.CanHold(Record) && AzureKey.Of(Record.Stream).Length <= KeyLengthMax
            && IsText(Record.Author) && IsText(Record.Type);
        if (!holdable) Outcome = AppendOutcome.Refused;
        return holdable;
    }

    /// <summary>Reads the head to append to, and stores a body that is too large for a row.</summary>
    public Task Prepare() => Try(async () =>
    {
        if (AzureBodies.IsLarge(Record.Body)) await bodies.Put(Record.Body, CancellationToken.None).ConfigureAwait(false);
        head = await HeadRow.Read(account.Journal, Record.Stream, CancellationToken.None).ConfigureAwait(false);
    });

    /// <summary>Commits what was prepared, once it has been announced.</summary>
    public Task Commit(long move) => Try(async () =>
    {
        if (head is not null) Outcome = await CommitAfter(head, move).ConfigureAwait(false);
    });

    // A head whose etag has changed may stand where it stood: it was settled for an append that never came.
    private async Task<AppendOutcome> CommitAfter(HeadRow at, long move)
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            if (at.Head.Sequence != Record.Sequence - 1 || at.Settled >= move) return AppendOutcome.FenceLost;
            try
            {
                await account.Journal.SubmitTransactionAsync(Rows(at, move)).ConfigureAwait(false);
                return AppendOutcome.Committed;
            }
            catch (RequestFailedException unmet) when (unmet.IsUnmet())
            {
                at = await HeadRow.Read(account.Journal, Record.Stream, CancellationToken.None).ConfigureAwait(false);
            }
        }
        return AppendOutcome.Damaged; // the head stands where it should, so it is the record that is in the way
    }

    private IEnumerable<TableTransactionAction> Rows(HeadRow at, long move)
    {
        var next = at with
        {
            Head = Record.Head,
            Move = move,
            Municipalities = [.. at.Municipalities.Union(append.Municipalities).Order()],
        };
        yield return at.IsStored
            ? new(TableTransactionActionType.UpdateReplace, next.Row(), at.Etag)
            : new(TableTransactionActionType.Add, next.Row());
        yield return new(TableTransactionActionType.Add, AzureRecord.Row(Record));
        if (append.Person is { } person)
            yield return new(TableTransactionActionType.UpsertReplace, AzurePerson.Row(Record.Stream, person.Person));
    }

    // Whatever fails, it is this stream's alone: others of its group may be committed, and are to be told so.
    private async Task Try(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (RequestFailedException refused) when (refused.IsRefusal())
        {
            Outcome = AppendOutcome.Refused;
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
    }

    private static bool IsText(string text) =>
        text.Length <= TextLengthMax && text.All(c => c >= ' ' && !char.IsSurrogate(c));
}
