namespace KpiGrid.Web.Views;

/// <summary>How a chart alone is sent.</summary>
internal enum ChartForm
{
    /// <summary>As a page, to embed.</summary>
    Page = 0,

    /// <summary>As a drawing.</summary>
    Svg,

    /// <summary>As a table for a spreadsheet.</summary>
    Csv,
}
