namespace KpiGrid;

/// <summary>The clock that measurements live by.</summary>
/// <remarks>
/// KPI time decides what day it is, what a record's time is and which instants can be asked for. It may be stepped by the
/// demo and by tests; Orleans and everything else that waits keep the system's clock.
/// </remarks>
public static class KpiTime
{
    /// <summary>The key under which the <see cref="TimeProvider"/> is registered.</summary>
    public const string Key = "kpi-time";
}
