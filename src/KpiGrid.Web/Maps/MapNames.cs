namespace KpiGrid.Web.Maps;

/// <summary>Where names stand on a map, so that none lies on another.</summary>
/// <param name="size">The size of their letters.</param>
internal sealed class MapNames(double size)
{
    private const int NamesMax = 14;

    /// <summary>On a phone letters are larger than the map they stand on.</summary>
    private const double WidthOfLetter = 0.9;

    private const double Height = 1.5;
    private readonly List<(double Left, double Right, double Foot)> taken = [];

    /// <summary>The middle of a name at a place, moved in so far that none of it lies outside.</summary>
    public double Within(string name, double middle, double left, double right)
    {
        var half = Half(name);
        return 2 * half > right - left ? (left + right) / 2 : Math.Clamp(middle, left + half, right - half);
    }

    /// <summary>Whether a name has room in the middle of a place above a foot; it then has it.</summary>
    public bool HasRoom(string name, double middle, double foot)
    {
        var (left, right) = (middle - Half(name), middle + Half(name));
        if (taken.Count == NamesMax || taken.Any(other =>
            left < other.Right && right > other.Left && Math.Abs(foot - other.Foot) < size * Height)) return false;
        taken.Add((left, right, foot));
        return true;
    }

    private double Half(string name) => name.Length * size * WidthOfLetter / 2;
}
