namespace KpiGrid.Web.Texts;

/// <content>What stands around every chart.</content>
internal static partial class Dutch
{
    public static ChartsWords Charts { get; } = new()
    {
        AsTable = "Als tabel tonen",
        DownloadSvg = "SVG",
        DownloadPng = "PNG",
        DownloadCsv = "CSV",
        Permalink = "Link naar deze weergave",
        Embed = "Insluiten",
        Download = "Downloaden",
        NothingToDraw = "Er is nog niets te tekenen.",
        Value = "Waarde",
        Unit = "Eenheid",
        Total = "Totaal",
        Coverage = "Dekking",
        Remarks = "Opmerkingen",
        Name = "Naam",
        FromKpiGrid = "Uit KpiGrid",
        Unfinished = "gearceerd: loopt nog",
    };
}
