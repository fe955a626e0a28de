namespace KpiGrid.Web.Maps;

/// <summary>A municipality on a map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="At">Where it is; null when nobody says where.</param>
/// <param name="Value">What it has; null for none.</param>
/// <param name="Text">That in words.</param>
internal sealed record MapMember(string Id, string Name, string Address, MapPoint? At, Amount? Value, string Text)
{
    public string Country => Id[..2];
}
