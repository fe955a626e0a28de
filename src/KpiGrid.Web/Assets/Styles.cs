using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Web.Assets;

/// <summary>The one style sheet, made of the files in this folder, in the order in which later rules win.</summary>
/// <remarks>
/// Every page carries it (7 KB packed): a browser paints what stands at the top when it has come, where a file of its own
/// would cost it another connection first.
/// </remarks>
internal static class Styles
{
    public static string Text { get; } = Asset.Read("ground.css", "parts.css", "charts.css", "pages.css", "paper.css");

    /// <summary>What a content security policy knows it by.</summary>
    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";
}
