using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Webhook;

/// <summary>Where late marks are posted to, and how hard it is tried; section <c>Webhook</c>.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>The address; nothing is posted without one.</summary>
    public Uri? Address { get; set; }

    /// <summary>The key of the signature, as <c>whsec_</c> and 24 to 64 bytes in base64. A secret.</summary>
    public string? Secret { get; set; }

    /// <summary>What the address of a pilot's page begins with, such as <c>https://kpigrid.example/</c>.</summary>
    /// <value>null: no link is sent.</value>
    public Uri? Link { get; set; }

    /// <summary>Whether the receiver may stand in a network of one's own, or on this machine.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>How long one attempt may take.</summary>
    /// <value>10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts under way at once, a silo.</summary>
    /// <value>4.</value>
    [Range(1, 1_000)]
    public int AtOnce { get; set; } = 4;

    /// <summary>Marks waiting at once, a silo; what finds no place is offered again the next day.</summary>
    /// <value>1,000.</value>
    [Range(1, 1_000_000)]
    public int WaitingMax { get; set; } = 1_000;

    /// <summary>Attempts a mark and day.</summary>
    /// <value>8.</value>
    [Range(1, 100)]
    public int TriesADay { get; set; } = 8;

    /// <summary>How long the second attempt waits; each later one twice as long, and up to half of it more or less.</summary>
    /// <value>5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long no attempt waits for longer than.</summary>
    /// <value>1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "12:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Marks older than this are posted no more: the receiver was away for too long, or is new.</summary>
    /// <value>7 days.</value>
    [Range(1, 366)]
    public int PostForDays { get; set; } = 7;
}

/// <summary>Checks the options at start; no message repeats the secret.</summary>
[OptionsValidator]
internal sealed partial class WebhookOptionsCheck : IValidateOptions<WebhookOptions>;

/// <summary>What the options ask of each other.</summary>
internal sealed class WebhookAddressCheck : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(WebhookOptions options)
    {
        if (options.Link is { } link && !IsHttp(link)) yield return "Webhook:Link is no address: write https://… .";
        if (options.Address is not { } address) yield break;
        if (!IsHttp(address) || address.UserInfo.Length > 0)
            yield return "Webhook:Address is no address: write https://…, without a name or password.";
        else if (address.Scheme == Uri.UriSchemeHttp && !options.AllowPrivate)
            yield return "Webhook:Address is not encrypted: write https://…, or set Webhook:AllowPrivate to true where the "
                + "receiver stands in a network of your own.";
        if (WebhookSecret.Read(options.Secret) is null)
            yield return "Webhook:Secret is none: give whsec_ and 24 to 64 bytes in base64 by --settings or "
                + "KPIGRID_Webhook__Secret; openssl rand -base64 32 makes them.";
    }

    private static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
