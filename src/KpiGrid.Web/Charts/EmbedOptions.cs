namespace KpiGrid.Web.Charts;

/// <summary>Who may show charts inside pages of their own; section <c>Embed</c>.</summary>
/// <remarks>A browser brings no session into another site's page: what is shown there is what the public may see.</remarks>
public sealed class EmbedOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Embed";

    /// <summary>The origins, such as <c>https://www.example.org</c>; none where charts are embedded nowhere.</summary>
    public IReadOnlyList<string> By { get; set; } = [];

    /// <summary>Whether each is an origin and nothing more.</summary>
    public bool AreOrigins() => By.All(text => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.GetLeftPart(UriPartial.Authority) == text);
}
