namespace KpiGrid.Web.Views;

/// <summary>What periods are counted from.</summary>
internal enum Clock
{
    /// <summary>The calendar.</summary>
    Calendar = 0,

    /// <summary>The start of each pilot.</summary>
    Pilot,
}
