using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Web.Maps;

/// <summary>The maps of an installation; section <c>Map</c>.</summary>
public sealed class MapOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Map";

    /// <summary>A file of boundaries for each country that has one; where none is named, circles stand on plain
    /// ground.</summary>
    public IReadOnlyList<BoundaryOptions> Boundaries { get; set; } = [];

    /// <summary>How far a simplified line may lie from the true one, in thousandths of a degree.</summary>
    /// <value>2, some 150 m.</value>
    [Range(0, 1_000)]
    public int Tolerance { get; set; } = 2;
}

/// <summary>A file of boundaries.</summary>
public sealed class BoundaryOptions
{
    /// <summary>The country, as municipality ids begin: <c>DK</c>.</summary>
    [Required, RegularExpression("[A-Z]{2}")]
    public string Country { get; set; } = "";

    /// <summary>A GeoJSON or TopoJSON file in degrees.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>The object of a TopoJSON file that holds the municipalities; the first one where none is named.</summary>
    public string? Layer { get; set; }

    /// <summary>The property that holds the national code.</summary>
    [Required]
    public string Code { get; set; } = "code";

    /// <summary>How many digits a code has; shorter ones are filled up with zeros. 0 leaves them as they are.</summary>
    [Range(0, 20)]
    public int CodeDigits { get; set; }
}
