using Xunit;

namespace KpiGrid.Tests;

/// <summary>Real data that is kept beside the repository: <c>../shared/data</c>, or KPIGRID_SHARED_DATA.</summary>
internal static class SharedData
{
    private const string Variable = "KPIGRID_SHARED_DATA";

    private static readonly string folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.GetFullPath(Path.Combine(Repository(), "..", "shared", "data"));

    /// <summary>The file's path. Without it the test is skipped; where everything must run, it fails.</summary>
    public static string File(string name)
    {
        var path = Path.Combine(folder, name);
        if (System.IO.File.Exists(path)) return path;
        var missing = $"The data file {name} is not in {folder}; {Variable} names another folder";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
        return path;
    }

    /// <summary>The checkout that these tests were built in.</summary>
    public static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "KpiGrid.sln"))) at = at.Parent;
        return at?.FullName ?? AppContext.BaseDirectory;
    }
}
