using System.Xml.Linq;
using KpiGrid.Tests.Journal;
using KpiGrid.Web.Maps;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Web;

public sealed class MapTests : IDisposable
{
    private const string GeoJson = """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"lau_1":"615"},"geometry":{"type":"Polygon","coordinates":[[[9,55],[10,55],[10,56],[9,56],[9,55]]]}},
         {"type":"Feature","properties":{"lau_1":"615"},"geometry":{"type":"Polygon","coordinates":[[[11,55],[12,55],[12,56],[11,55]]]}},
         {"type":"Feature","properties":{"lau_1":"411"},"geometry":null}]}
        """;

    private const string TopoJson = """
        {"type":"Topology","transform":{"scale":[1,1],"translate":[3,50]},
         "arcs":[[[0,0],[1,0],[0,1]],[[1,1],[-1,0],[0,-1]],[[1,1],[1,0],[0,-1],[-1,0]]],
         "objects":{"other":{"type":"GeometryCollection","geometries":[]},
          "gm":{"type":"GeometryCollection","geometries":[
           {"type":"Polygon","properties":{"code":"GM01"},"arcs":[[0,1]]},
           {"type":"MultiPolygon","properties":{"code":"GM02"},"arcs":[[[2,-1]]]},
           {"type":null,"properties":{"code":"GM03"}}]}}}
        """;

    private readonly TempFolder folder = new();

    [Fact]
    public void Islands_of_one_municipality_are_one_shape_and_what_has_none_is_left_out()
    {
        var shapes = BoundaryFile.Read(File(GeoJson, "lau_1", null, 4), 0);
        Assert.Equal(["0615"], shapes.Keys);
        Assert.Equal(2, shapes["0615"].Count);
    }

    [Fact]
    public void A_topology_is_put_together_from_its_arcs_also_the_other_way_round()
    {
        var shapes = BoundaryFile.Read(File(TopoJson, "code", "gm", 0), 0);
        Assert.Equal(["GM01", "GM02"], shapes.Keys.Order());
        var square = Assert.Single(shapes["GM01"]).Points;
        Assert.Equal(square[0], square[^1]);
        Assert.Equal(
            new[] { (3, 50), (4, 50), (4, 51), (3, 51), (3, 50) }.Select(at => MapPoint.Of(at.Item1, at.Item2)), square);
    }

    [Fact]
    public void Nothing_near_a_straight_line_is_kept_and_corners_are()
    {
        var points = Enumerable.Range(0, 101).Select(at => new MapPoint(at, at % 2 * 0.01))
            .Concat([new MapPoint(100, 100), new MapPoint(0, 100), new MapPoint(0, 0)]).ToList();
        var simple = new Ring(points).Simplified(0.5).Points;
        Assert.Equal([new(0, 0), new(100, 0), new(100, 100), new(0, 100), new(0, 0)], simple);
    }

    [Fact]
    public void A_circle_has_the_area_of_its_value_and_leads_to_its_municipality()
    {
        var drawing = new MapDrawing([Member("DK-0001", "1", 9), Member("DK-0002", "4", 10)], Outlines(), false, false);
        var circles = Map(drawing).Descendants("circle").ToList();
        Assert.Equal(2, Number(circles[0], "r") / Number(circles[1], "r"), 0.01);
        Assert.Equal(["/DK-0002?lang=en&x=1", "/DK-0001?lang=en&x=1"], circles.Select(circle => circle.Parent!.Attribute("href")!.Value));
    }

    [Fact]
    public void No_name_lies_on_another()
    {
        var names = new MapNames(12);
        Assert.True(names.HasRoom("Harelbeke", 100, 100));
        Assert.False(names.HasRoom("Kuurne", 130, 104));
        Assert.True(names.HasRoom("Zwevegem", 100, 130));
    }

    [Fact]
    public void A_shape_is_asked_for_once_and_told_by_name_and_value()
    {
        var drawing = new MapDrawing(
            [Member("DK-0615", "9.5", null), Member("DK-9999", "1", null)], Outlines(), true, standsAlone: false);
        var map = Map(drawing);
        Assert.Equal(["DK-9999"], drawing.NotDrawn.Select(member => member.Id));
        Assert.All(map.Descendants("use"), use => Assert.StartsWith("/maps/DK.svg?v=", use.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Contains(map.Descendants("title"), title => title.Value == "<b>DK-0615</b>: 9.5");
        Assert.Empty(Map(new MapDrawing([Member("DK-0615", "1", null)], Outlines(), true, standsAlone: true)).Descendants("use"));
    }

    [Fact]
    public void A_file_that_is_none_leaves_maps_without_boundaries() =>
        Assert.Null(new Outlines(Options.Create(new MapOptions { Boundaries = [File("{}", "code", null, 0)] }), NullLogger<Outlines>.Instance).Of("DK"));

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "0 0 1 1 2 2 3 3 4 4")]
    [InlineData("1 90", "0 4")]
    [InlineData("5 5 5", "0 0 0")]
    public void Shades_lie_as_far_apart_as_they_can(string values, string shades)
    {
        var amounts = values.Split(' ').Select(A).ToList();
        var breaks = MapShades.Breaks(amounts.Select(amount => (Amount?)amount));
        Assert.Equal(shades, string.Join(' ', amounts.Select(amount => MapShades.Of(amount, breaks))));
    }

    public void Dispose() => folder.Dispose();

    private static MapMember Member(string id, string value, double? longitude) => new(id, $"<b>{id}</b>", $"/{id}?lang=en&x=1",
        longitude is { } east ? MapPoint.Of(east, 55.5) : null, A(value), value);

    private static XElement Map(MapDrawing drawing) => XElement.Parse(drawing.Draw("map").Svg);

    private static double Number(XElement element, string name) => (double)element.Attribute(name)!;

    private Outlines Outlines() => new(
        Options.Create(new MapOptions { Boundaries = [File(GeoJson, "lau_1", null, 4)] }), NullLogger<Outlines>.Instance);

    private BoundaryOptions File(string json, string code, string? name, int digits)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.json");
        System.IO.File.WriteAllText(path, json);
        return new() { Country = "DK", File = path, Code = code, Layer = name, CodeDigits = digits };
    }
}
