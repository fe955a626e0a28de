using System.Text;
using System.Text.Json.Nodes;

namespace KpiGrid.Host.Keys;

/// <summary>A key that somebody wants made.</summary>
/// <param name="Actor">Who will act with it: an opaque id.</param>
/// <param name="Role">The role, as the API writes it.</param>
/// <param name="On">The region or pilot; null for the whole installation.</param>
/// <param name="Label">What it is for.</param>
internal sealed record KeyWish(string Actor, string Role, string? On, string Label)
{
    /// <summary>Whether it is a link that a person opens once.</summary>
    public bool IsLink { get; init; }

    /// <summary>When it expires; null leaves it to the server.</summary>
    public DateTimeOffset? Expires { get; init; }

    public byte[] Json()
    {
        var grant = new JsonObject { ["role"] = Role };
        if (On is not null) grant["on"] = On;
        var order = new JsonObject
        {
            ["actor"] = Actor, ["label"] = Label, ["use"] = IsLink ? "link" : "machine", ["grants"] = new JsonArray(grant),
        };
        if (Expires is { } expires) order["expires"] = expires.ToString("O");
        return Encoding.UTF8.GetBytes(order.ToJsonString());
    }
}
