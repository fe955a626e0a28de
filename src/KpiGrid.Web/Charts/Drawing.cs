using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace KpiGrid.Web.Charts;

/// <summary>Writes the elements of an SVG. Across, places are percent of the width, so that a drawing fits any page
/// while its text keeps its size; downwards they are pixels.</summary>
internal sealed class Drawing
{
    private readonly StringBuilder text = new();

    public Drawing Line(double x1, double y1, double x2, double y2, Paint paint) =>
        Element("line", $"x1=\"{X(x1)}\" y1=\"{Y(y1)}\" x2=\"{X(x2)}\" y2=\"{Y(y2)}\"", paint);

    public Drawing Rect(double x, double y, double width, double height, Paint paint, string? tells = null) =>
        Element("rect", $"x=\"{X(x)}\" y=\"{Y(y)}\" width=\"{X(width)}\" height=\"{Y(height)}\"", paint, tells);

    public Drawing Circle(double x, double y, double radius, Paint paint, string? tells = null) =>
        Element("circle", $"cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"{Y(radius)}\"", paint, tells);

    /// <summary>A text with its foot at a place, moved by so many pixels.</summary>
    public Drawing Text(double x, double y, string words, Paint paint, string anchor = "start", double dx = 0)
    {
        var moved = dx == 0 ? "" : $" dx=\"{Y(dx)}\"";
        text.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{X(x)}\" y=\"{Y(y)}\"{moved} text-anchor=\"{anchor}\" class=\"{paint.Class}\" {paint.Attributes}>")
            .Append(Safe(words)).Append("</text>");
        return this;
    }

    /// <summary>Another drawing inside this one.</summary>
    public Drawing Inside(double x, double y, double width, double height, Drawing inner)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"<svg x=\"{X(x)}\" y=\"{Y(y)}\" width=\"{X(width)}\" height=\"{Y(height)}\" overflow=\"visible\">")
            .Append(inner.text).Append("</svg>");
        return this;
    }

    /// <summary>Elements written elsewhere, by code of this project alone.</summary>
    public Drawing Raw(string elements)
    {
        text.Append(elements);
        return this;
    }

    /// <summary>The drawing as it stands in a page: as wide as its place, told by the text beside it.</summary>
    public string Inline(int height, string tells, string @class = "drawing") => string.Create(CultureInfo.InvariantCulture,
        $"<svg class=\"{@class}\" role=\"img\" aria-label=\"{Safe(tells)}\" width=\"100%\" height=\"{height}\" overflow=\"visible\">{text}</svg>");

    /// <summary>The drawing where the words beside it say the same: hidden from those who hear a page.</summary>
    public string Ornament(int height, string @class) => string.Create(CultureInfo.InvariantCulture,
        $"<svg class=\"{@class}\" aria-hidden=\"true\" width=\"100%\" height=\"{height}\" overflow=\"visible\">{text}</svg>");

    /// <summary>A text that is nothing but text.</summary>
    public static string Safe(string words) => HtmlEncoder.Default.Encode(words);

    public override string ToString() => text.ToString();

    private Drawing Element(string name, string place, Paint paint, string? tells = null)
    {
        text.Append('<').Append(name).Append(' ').Append(place).Append(" class=\"").Append(paint.Class).Append("\" ")
            .Append(paint.Attributes);
        if (tells is null) text.Append("/>");
        else text.Append("><title>").Append(Safe(tells)).Append("</title></").Append(name).Append('>');
        return this;
    }

    private static string X(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Y(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);
}
