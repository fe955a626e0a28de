namespace KpiGrid.Web.Texts;

/// <content>What stands around every chart.</content>
internal static partial class Danish
{
    public static ChartsWords Charts { get; } = new()
    {
        AsTable = "Vis som tabel",
        DownloadSvg = "SVG",
        DownloadPng = "PNG",
        DownloadCsv = "CSV",
        Permalink = "Link til denne visning",
        Embed = "Indlejr",
        Download = "Hent",
        NothingToDraw = "Der er endnu intet at tegne.",
        Value = "Værdi",
        Unit = "Enhed",
        Total = "Total",
        Coverage = "Dækning",
        Remarks = "Bemærkninger",
        Name = "Navn",
        FromKpiGrid = "Fra KpiGrid",
        Unfinished = "skraveret: i gang",
    };
}
