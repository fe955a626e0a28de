namespace KpiGrid.Web.Texts;

/// <content>What stands around every chart.</content>
internal static partial class English
{
    public static ChartsWords Charts { get; } = new()
    {
        AsTable = "Show as a table",
        DownloadSvg = "SVG",
        DownloadPng = "PNG",
        DownloadCsv = "CSV",
        Permalink = "Link to this view",
        Embed = "Embed",
        Download = "Download",
        NothingToDraw = "There is nothing to draw yet.",
        Value = "Value",
        Unit = "Unit",
        Total = "Total",
        Coverage = "Coverage",
        Remarks = "Remarks",
        Name = "Name",
        FromKpiGrid = "From KpiGrid",
        Unfinished = "hatched: in progress",
    };
}
