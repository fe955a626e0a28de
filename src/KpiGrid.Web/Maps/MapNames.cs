namespace KpiGrid.Web.Maps;

/// <summary>Where names stand on a map, so that none lies on another.</summary>
/// <param name="size">The size of their letters.</param>
internal sealed class MapNames(double size)
{
    private const int NamesMax = 14;

    /// <summary>On a phone letters are larger than the map they stand on.</summary>
    private const double WidthOfLetter = 0.75;

    private const double Height = 1.5;
    private readonly List<(double Left, double Right, double Foot)> taken = [];

    /// <summary>Whether a name has room in the middle of a place above a foot; it then has it.</summary>
    public bool HasRoom(string name, double middle, double foot)
    {
        var half = name.Length * size * WidthOfLetter / 2;
        var (left, right) = (middle - half, middle + half);
        if (taken.Count == NamesMax || taken.Any(other =>
            left < other.Right && right > other.Left && Math.Abs(foot - other.Foot) < size * Height)) return false;
        taken.Add((left, right, foot));
        return true;
    }
}
