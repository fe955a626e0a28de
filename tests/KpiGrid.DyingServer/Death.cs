using System.Diagnostics;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace KpiGrid.DyingServer;

/// <summary>The end of this process at one point of the n-th push: it is killed, so that nothing is tidied up.</summary>
/// <param name="point">
/// <c>checked</c>: nothing is written yet; <c>before-commit</c>: everything is written, nothing committed;
/// <c>committed</c>; <c>applied</c>: memory has it too; <c>answered</c>.
/// </param>
/// <param name="push">Which push it is, from 1.</param>
internal sealed class Death(string point, int push)
{
    private int pushes;

    private bool IsDue => Volatile.Read(ref pushes) >= push;

    public void PushComes() => Interlocked.Increment(ref pushes);

    public void At(string passed)
    {
        if (passed == point && IsDue) Process.GetCurrentProcess().Kill();
    }

    /// <summary>Follows the writer of the journal through its transactions.</summary>
    public void Watch(SqliteConnection writer)
    {
        sqlite3_commit_hook(writer.Handle, _ => BeforeCommit(), null);
        sqlite3_profile(writer.Handle, (_, sql, _) => Ended(sql), null);
    }

    private void Ended(string sql)
    {
        if (sql.StartsWith("begin", StringComparison.Ordinal)) At("checked");
        if (sql.StartsWith("commit", StringComparison.Ordinal)) At("committed");
    }

    private int BeforeCommit()
    {
        At("before-commit");
        return 0;
    }
}
