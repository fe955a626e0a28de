using System.Diagnostics;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A head that somebody holds, such as a silo that froze inside a transaction.</summary>
[Collection(typeof(PostgresFaultsAlone))]
public sealed class HeldHeadTests(DurablePostgres durable, ITestOutputHelper output) : PostgresFaults(durable)
{
    [Fact]
    public async Task A_held_head_costs_its_own_stream_and_no_other_more_than_3_seconds()
    {
        var held = Appends.First("pilot/held");
        await Journal.Append(held);
        var group = Enumerable.Range(0, 99).Select(i => Appends.First($"pilot/p-{i}"))
            .Append(Appends.After(held.Record.Head)).ToArray();
        await using var holder = new NpgsqlConnection(Database.ConnectionString);
        await holder.OpenAsync(Cancelled);
        await using var transaction = await holder.BeginTransactionAsync(Cancelled);
        holder.Run("select from head where stream = 'pilot/held' for update");

        var began = Stopwatch.GetTimestamp();
        var outcomes = await Journal.Append(group);
        var gap = Stopwatch.GetElapsedTime(began);
        await transaction.RollbackAsync(Cancelled);

        output.WriteLine($"99 others acknowledged after {gap.TotalSeconds:N2} s");
        Assert.Equal(AppendOutcome.Held, outcomes[^1]);
        Assert.Equal(99, outcomes.Count(outcome => outcome == AppendOutcome.Committed));
        Assert.InRange(gap, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal([AppendOutcome.Committed], await Journal.Append(group[^1]));
    }

    [Fact]
    public async Task Who_waits_for_a_held_head_is_told_to_come_back()
    {
        await Journal.AppendNext("pilot/held");
        var next = Appends.After(await Journal.Head("pilot/held", Cancelled));
        using var commit = new GroupCommit(Journal, Options.Create(new JournalOptions()), TimeProvider.System);
        await commit.Start();
        await using var holder = new NpgsqlConnection(Database.ConnectionString);
        await holder.OpenAsync(Cancelled);
        await using var transaction = await holder.BeginTransactionAsync(Cancelled);
        holder.Run("select from head where stream = 'pilot/held' for update");

        var busy = await Assert.ThrowsAsync<JournalBusyException>(() => commit.Append(next, Cancelled));
        await transaction.RollbackAsync(Cancelled);
        await commit.Append(next, Cancelled);

        Assert.Contains("pilot/held", busy.Message, StringComparison.Ordinal);
        await commit.Drain(Cancelled);
    }
}
