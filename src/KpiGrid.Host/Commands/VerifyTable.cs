using System.Globalization;
using KpiGrid.Host.Verification;

namespace KpiGrid.Host.Commands;

/// <summary>Shows what a verification found.</summary>
internal static class VerifyTable
{
    private const int DifferencesMax = 200;

    public static void Show(Screen screen, VerifyReport report)
    {
        screen.Table(["streams", "records", "chains ok", "nodes", "questions", "differences", "seconds"],
        [
            [
                Number(report.Streams), Number(report.Records), Number(report.Streams - report.Faults.Count),
                Number(report.Nodes), Number(report.Questions), Number(report.Differences.Count),
                report.Seconds.ToString("N1", CultureInfo.InvariantCulture),
            ],
        ]);
        if (report.Faults.Count > 0) ShowFaults(screen, report.Faults);
        if (report.Differences.Count > 0)
            screen.Table(["node", "KPI", "period", "class", "field", "expected", "found"],
                report.Differences.Take(DifferencesMax).Select(Row));
        if (report.Differences.Count > DifferencesMax)
            screen.Say($"{Number(report.Differences.Count - DifferencesMax)} more; --json lists all.");
    }

    public static void Show(Screen screen, AuditReport report)
    {
        screen.Table(["streams", "records", "anchors", "faults", "last anchor", "seconds"],
        [
            [
                Number(report.Streams), Number(report.Records), Number(report.Anchors), Number(report.FaultsFound),
                report.LastAnchor ?? "", report.Seconds.ToString("N1", CultureInfo.InvariantCulture),
            ],
        ]);
        if (report.FaultsFound > 0) ShowFaults(screen, report.Faults);
        if (report.FaultsFound > report.Faults.Count)
            screen.Say($"{Number(report.FaultsFound - report.Faults.Count)} more.");
    }

    private static void ShowFaults(Screen screen, IReadOnlyList<ChainFault> faults) => screen.Table(
        ["stream", "record", "fault"], faults.Select(fault => new[] { fault.Stream, Number(fault.Sequence), fault.What }));

    private static string[] Row(Difference each) =>
        [each.Node, each.Kpi, each.Period, each.Class ?? "", each.Field, each.Expected, each.Found];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
