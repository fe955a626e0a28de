using KpiGrid.Silo.Journal.Postgres;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A server that cannot keep what it acknowledges.</summary>
[Collection(typeof(PostgresFaultsAlone))]
public sealed class UnsafeServerTests(DurablePostgres durable) : PostgresFaults(durable)
{
    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    [InlineData("synchronous_commit")]
    public async Task A_server_that_would_forget_is_refused_with_the_setting_and_the_remedy(string setting)
    {
        await Switch(setting, "off");
        try
        {
            var refused = Assert.Throws<InvalidOperationException>(() => PostgresJournal.Open(Database.ConnectionString));
            await PostgresJournal.Open(Database.ConnectionString, new() { AcceptLoss = true }).DisposeAsync();

            Assert.Contains($"set {setting} = on", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Switch(setting, "on");
        }
        await PostgresJournal.Open(Database.ConnectionString).DisposeAsync();
    }
}
