using System.Text;
using System.Xml;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>The texts that cells share by number.</summary>
internal static class SharedTexts
{
    public static IReadOnlyList<string> Read(XmlReader part, ExchangeOptions limits)
    {
        var texts = new List<string>();
        using (part)
            while (part.Read())
                if (part is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(Text(part, limits.CellCharactersMax));
        return texts;
    }

    /// <summary>The text of an element, its runs put together and how it is to be pronounced left out; no longer than is looked at.</summary>
    public static string Text(XmlReader part, int charactersMax)
    {
        if (part.IsEmptyElement) return "";
        var (depth, text) = (part.Depth, new StringBuilder());
        var isPronounced = false;
        while (part.Read() && part.Depth > depth)
        {
            if (part.LocalName == "rPh") isPronounced = part.NodeType == XmlNodeType.Element;
            var isText = part.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA;
            // One more than is allowed is enough to be refused.
            if (isText && !isPronounced && text.Length <= charactersMax) text.Append(part.Value);
        }
        return text.ToString();
    }
}
