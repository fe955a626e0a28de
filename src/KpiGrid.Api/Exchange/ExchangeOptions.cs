using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace KpiGrid.Api.Exchange;

/// <summary>The limits of files that people send; section <c>Exchange</c>.</summary>
public sealed class ExchangeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Exchange";

    /// <summary>The most bytes of a file.</summary>
    /// <value>16 MiB.</value>
    [Range(1_024, 268_435_456)]
    public int BytesMax { get; set; } = 16 * 1_024 * 1_024;

    /// <summary>The same, to be read.</summary>
    internal string BytesMaxText => string.Create(CultureInfo.InvariantCulture, $"{BytesMax / 1_048_576.0:0.##} MiB");

    /// <summary>The most bytes that a workbook may unfold to.</summary>
    /// <value>64 MiB.</value>
    [Range(1_024, 1_073_741_824)]
    public int UnpackedBytesMax { get; set; } = 64 * 1_024 * 1_024;

    /// <summary>The most rows.</summary>
    /// <value>50,000.</value>
    [Range(1, 1_000_000)]
    public int RowsMax { get; set; } = 50_000;

    /// <summary>The most columns.</summary>
    /// <value>64.</value>
    [Range(1, 1_000)]
    public int ColumnsMax { get; set; } = 64;

    /// <summary>The most characters in a cell.</summary>
    /// <value>4,000.</value>
    [Range(100, 32_767)]
    public int CellCharactersMax { get; set; } = 4_000;

    /// <summary>The most sheets and other parts in a workbook.</summary>
    /// <value>500.</value>
    [Range(4, 100_000)]
    public int PartsMax { get; set; } = 500;

    /// <summary>The measurements of a file that are recorded as one record: of a file that has no more, all or nothing.</summary>
    /// <value>10,000.</value>
    [Range(1, 10_000)]
    public int MeasurementsAtOnce { get; set; } = 10_000;

    /// <summary>The files that one process records at the same time.</summary>
    /// <value>8.</value>
    [Range(1, 1_000)]
    public int FilesAtOnce { get; set; } = 8;
}
