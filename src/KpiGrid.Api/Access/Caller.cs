namespace KpiGrid.Api.Access;

/// <summary>Who is asking.</summary>
/// <param name="Actor">An opaque actor id, never a name.</param>
/// <param name="Key">The id of the key they use.</param>
/// <param name="Grants">What it opens.</param>
internal sealed record Caller(string Actor, string Key, IReadOnlyList<Grant> Grants)
{
    /// <summary>Somebody without a key.</summary>
    public static Caller Nobody { get; } = new("", "", []);

    /// <summary>Whether a browser's cookie said so, which a browser sends unasked.</summary>
    public bool ByCookie { get; init; }

    public bool IsKnown => Actor.Length > 0;

    /// <summary>What stands in a record as its author: who, and with which key.</summary>
    public string Author => $"{Actor}/{Key}";

    /// <summary>The caller of a request; an endpoint outside the filtered group has none, which is a mistake.</summary>
    public static Caller Of(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint knows no caller");
}
