using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

public sealed class RefusedStartTests : IDisposable
{
    private static readonly TimeSpan endsWithin = TimeSpan.FromMinutes(1);
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_start_that_is_refused_leaves_no_data_folder()
    {
        var data = folder.File("data");
        await using var refused = ProgramProcess.Start("serve", "--urls", "http://0.0.0.0:18420", "--data", data);

        Assert.Equal(1, await refused.Code(endsWithin));

        Assert.Contains("unencrypted", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data), "it looks as if something was installed");
    }
}
