using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Web.Help;

/// <summary>What the page about this installation says; section <c>About</c>.</summary>
public sealed class AboutOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "About";

    /// <summary>The licence of the data, such as <c>CC BY 4.0</c>; empty where none is stated.</summary>
    [StringLength(200)]
    public string DataLicence { get; set; } = "";

    /// <summary>Where that licence can be read.</summary>
    [Url, StringLength(2_000)]
    public string? DataLicenceUrl { get; set; }
}
