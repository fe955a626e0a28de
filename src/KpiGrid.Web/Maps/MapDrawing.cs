using System.Globalization;
using System.Text;
using KpiGrid.Web.Charts;

namespace KpiGrid.Web.Maps;

/// <summary>Draws municipalities where they lie: circles as large as their values, or shapes as dark.</summary>
/// <param name="members">The municipalities.</param>
/// <param name="outlines">The outlines there are.</param>
/// <param name="isShaded">Whether values are shown by shade: those that do not add up.</param>
/// <param name="standsAlone">Whether no other file may be asked for.</param>
internal sealed class MapDrawing(IReadOnlyList<MapMember> members, Outlines outlines, bool isShaded, bool standsAlone)
{
    public const int Shades = 5;
    private const double RadiusMax = 30;
    private const double RadiusMin = 3;
    private const double TextSize = 12;
    private readonly StringBuilder svg = new();

    /// <summary>The municipalities that no place is known of.</summary>
    public IReadOnlyList<MapMember> NotDrawn => [.. members.Where(member => Middle(member) is null)];

    /// <summary>The drawing; empty when nothing can be drawn.</summary>
    public (string Svg, int Height) Draw(string title)
    {
        var drawn = members.Where(member => Middle(member) is not null).ToList();
        if (drawn.Count == 0) return ("", 0);
        var frame = MapFrame.Around([.. drawn.SelectMany(Reach)]);
        DrawLand(frame, drawn);
        if (isShaded && drawn.Any(member => Shape(member) is not null)) DrawShades(drawn);
        else DrawCircles(frame, drawn);
        var height = frame.Height;
        return (string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"map\" role=\"group\" aria-label=\"{Drawing.Safe(title)}\" viewBox=\"{frame.ViewBox}\" width=\"100%\" height=\"{height}\" font-size=\"{TextSize * frame.UnitsPerPixel:0.##}\">{svg}</svg>"), height);
    }

    private OutlineShape? Shape(MapMember member) => outlines.Of(member.Country)?.Shapes.GetValueOrDefault(member.Id);

    private MapPoint? Middle(MapMember member) => member.At ?? Shape(member)?.Middle;

    private IEnumerable<MapPoint> Reach(MapMember member) =>
        Shape(member) is { } shape ? [shape.From, shape.To, Middle(member)!.Value] : [Middle(member)!.Value];

    private void DrawLand(MapFrame frame, List<MapMember> drawn)
    {
        foreach (var outline in drawn.Select(member => outlines.Of(member.Country)).OfType<Outline>().Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{Paint.Land.Class}\" {Paint.Land.Attributes}>");
            if (standsAlone)
                foreach (var shape in outline.Shapes.Values.Where(shape => frame.Overlaps(shape.From, shape.To)))
                    svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{shape.Path}\" vector-effect=\"non-scaling-stroke\"/>");
            else svg.Append(CultureInfo.InvariantCulture, $"<use href=\"{outline.Address}#{Outline.Whole}\"/>");
            svg.Append("</g>");
        }
    }

    private void DrawShades(List<MapMember> drawn)
    {
        var breaks = MapShades.Breaks(drawn.Select(member => member.Value));
        foreach (var member in drawn)
        {
            if (Shape(member) is not { } shape) continue;
            var paint = Paint.Shade(member.Value is { } value ? MapShades.Of(value, breaks) : null);
            Link(member, () => svg.Append(standsAlone
                ? $"<path d=\"{shape.Path}\" class=\"{paint.Class}\" {paint.Attributes} vector-effect=\"non-scaling-stroke\"/>"
                : $"<use href=\"{outlines.Of(member.Country)!.Address}#{member.Id}\" class=\"{paint.Class}\" {paint.Attributes}/>"));
        }
    }

    /// <summary>The largest first, so that none hides a smaller one.</summary>
    private void DrawCircles(MapFrame frame, List<MapMember> drawn)
    {
        var most = drawn.Select(member => Size(member.Value)).DefaultIfEmpty(0).Max();
        var names = new MapNames(frame.UnitsPerPixel * TextSize);
        foreach (var member in drawn.OrderByDescending(member => Size(member.Value)))
        {
            var at = Middle(member)!.Value;
            var radius = most == 0 ? RadiusMin : Math.Max(Math.Sqrt(Size(member.Value) / most) * RadiusMax, RadiusMin);
            var paint = member.Value is { Sign: > 0 } ? Paint.Circle(0) : Paint.Unfinished(0);
            Link(member, () => svg.Append(CultureInfo.InvariantCulture,
                $"<circle cx=\"{at.X:0.##}\" cy=\"{at.Y:0.##}\" r=\"{radius * frame.UnitsPerPixel:0.##}\" class=\"{paint.Class}\" {paint.Attributes} vector-effect=\"non-scaling-stroke\"/>"));
            DrawName(names, frame, at, radius, member.Name);
        }
    }

    private void DrawName(MapNames names, MapFrame frame, MapPoint at, double radius, string name)
    {
        var foot = at.Y + (radius + TextSize + 1) * frame.UnitsPerPixel;
        var middle = names.Within(name, at.X, frame.From.X, frame.To.X);
        if (!names.HasRoom(name, middle, foot)) return;
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{middle:0.##}\" y=\"{foot:0.##}\" text-anchor=\"middle\" class=\"strong place\" fill=\"{Paint.Ink}\">")
            .Append(Drawing.Safe(name)).Append("</text>");
    }

    private void Link(MapMember member, Action draw)
    {
        var tells = Drawing.Safe($"{member.Name}: {member.Text}");
        svg.Append(standsAlone ? "<g>" : $"<a href=\"{Drawing.Safe(member.Address)}\" aria-label=\"{tells}\">")
            .Append("<title>").Append(tells).Append("</title>");
        draw();
        svg.Append(standsAlone ? "</g>" : "</a>");
    }

    private static double Size(Amount? value) => value is { } amount ? Math.Abs((double)amount.ToDecimal()) : 0;
}
