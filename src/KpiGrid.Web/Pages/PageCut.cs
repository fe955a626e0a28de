namespace KpiGrid.Web.Pages;

/// <summary>Where a page is cut in two: what stands before is sent while what comes <see cref="Later{TView}"/> is read.</summary>
internal static class PageCut
{
    /// <summary>Stands in a page until its later part is there; text of users cannot look like it, for it is escaped.</summary>
    public const string Mark = "<!--later-->";

    /// <summary>How much of a page, as far as it is made, can be sent: all before the mark; 0 when it is not cut.</summary>
    public static int Length(string page) => Math.Max(0, page.IndexOf(Mark, StringComparison.Ordinal));
}
