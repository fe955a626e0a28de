using KpiGrid.Host;
using Xunit;

namespace KpiGrid.Tests.Commands;

public sealed class ProgramTests
{
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "serve", "--help")]
    [InlineData(0, "demo", "--help")]
    [InlineData(0, "import", "--help")]
    [InlineData(0, "totals", "--help")]
    [InlineData(0, "overlap", "--help")]
    [InlineData(0, "what-if", "--help")]
    [InlineData(0, "lineage", "--help")]
    [InlineData(0, "matrix", "--help")]
    [InlineData(0, "fields", "--help")]
    [InlineData(0, "instruments", "--help")]
    [InlineData(0, "approval", "--help")]
    [InlineData(0, "confirmations", "--help")]
    [InlineData(0, "confirm", "--help")]
    [InlineData(0, "watch", "--help")]
    [InlineData(0, "verify", "--help")]
    [InlineData(0, "backup", "--help")]
    [InlineData(0, "restore", "--help")]
    [InlineData(2, "no-such-command")]
    [InlineData(2, "backup")]
    [InlineData(2, "backup", "never.backup", "--data", "no-such-folder")]
    [InlineData(2, "restore", "no-such.backup")]
    [InlineData(2, "import", "no-such-file.csv", "--map", "no-such-map.json")]
    [InlineData(2, "what-if", "regions/ncc", "--from", "2026-01-01", "--to", "2026-04-01")]
    [InlineData(2, "approval", "reopen", "skive-nedrivning", "--from", "2026-01-01")]
    [InlineData(2, "confirm", "imog-recyclagepark", "--kpi", "CDW-DIV", "--measurement", "m")]
    [InlineData(2, "totals", "regions/ncc")]
    [InlineData(2, "watch", "live")]
    [InlineData(2, "verify", "--audit", "--data", "no-such-folder")]
    [InlineData(2, "verify", "--audit", "--anchor", "1:xyz")]
    [InlineData(2, "totals", "regions/ncc", "--kpi", "K", "--from", "2026", "--to", "2027", "--by", "fortnight")]
    [InlineData(2, "totals", "regions/ncc", "--kpi", "K", "--from", "2026", "--to", "2027", "--url", "nowhere")]
    public void A_command_line_has_its_exit_code(int code, params string[] args) =>
        Assert.Equal(code, typeof(KpiGridHost).Assembly.EntryPoint!.Invoke(null, [args]));
}
