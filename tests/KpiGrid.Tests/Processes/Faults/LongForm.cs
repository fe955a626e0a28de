using System.Globalization;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Sizes that a variable of the environment raises for a long run.</summary>
internal static class LongForm
{
    public static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked)
            ? asked : usual;
}
