namespace KpiGrid.Web.Maps;

/// <summary>A place on the plane of every map: east and down, a hundredth of a degree of longitude each.</summary>
internal readonly record struct MapPoint(double X, double Y)
{
    private const double PerDegree = 100;

    /// <summary>True to angles (Mercator), so that shapes look as people know them.</summary>
    public static MapPoint Of(double longitude, double latitude)
    {
        var radians = Math.Clamp(latitude, -85, 85) * Math.PI / 180;
        return new(longitude * PerDegree, -Math.Log(Math.Tan(Math.PI / 4 + radians / 2)) * 180 / Math.PI * PerDegree);
    }

    public static MapPoint Of(Location at) => Of((double)at.Lon.ToDecimal(), (double)at.Lat.ToDecimal());
}
