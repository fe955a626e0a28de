namespace KpiGrid.Web.Texts;

/// <summary>What stands around every chart.</summary>
internal sealed record ChartsWords
{
    public required string AsTable { get; init; }
    public required string DownloadSvg { get; init; }
    public required string DownloadPng { get; init; }
    public required string DownloadCsv { get; init; }
    public required string Permalink { get; init; }
    public required string Embed { get; init; }
    public required string Download { get; init; }
    public required string NothingToDraw { get; init; }
    public required string Value { get; init; }
    public required string Unit { get; init; }
    public required string Total { get; init; }
    public required string Coverage { get; init; }
    public required string Remarks { get; init; }
    public required string Name { get; init; }
    public required string FromKpiGrid { get; init; }
    public required string Unfinished { get; init; }
}
