namespace KpiGrid.Web.Texts;

/// <content>The live state of a page.</content>
internal static partial class English
{
    public static LiveWords Live { get; } = new()
    {
        Live = "Live",
        LiveMeaning = "Figures move by themselves when somebody reports.",
        Lost = "Not connected since {0}. The figures may be out of date; trying again.",
        Moved = "moved just now",
        Stale = "These figures may lack what was stored in the last seconds; load the page again.",
    };
}
