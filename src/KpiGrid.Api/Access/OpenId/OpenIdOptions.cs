namespace KpiGrid.Api.Access.OpenId;

/// <summary>The identity provider of a deployment; section <c>Access:OpenId</c>. Without the section there is none.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access:OpenId";

    /// <summary>The provider's address, where its discovery document is found; https unless on this machine.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What bearer tokens must be made out to: an own name of this installation, not the client id.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The client id with which people sign in; without it only bearer tokens are taken.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret; give it in the environment, as <c>Access__OpenId__ClientSecret</c>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Mixed into the opaque ids of actors, so that nobody can find out by trying whose id it is. It is never changed: a
    /// new one makes everybody somebody else. Give it in the environment, as <c>Access__OpenId__ActorSecret</c>.
    /// </summary>
    public string ActorSecret { get; set; } = "";

    /// <summary>The claim that names a person or machine for good.</summary>
    /// <value>sub.</value>
    public string SubjectClaim { get; set; } = "sub";

    /// <summary>The claim that lists their groups.</summary>
    /// <value>groups.</value>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>What each group opens, as <c>role</c> or <c>role@regions/{id}</c> or <c>role@pilots/{id}</c>.</summary>
    public Dictionary<string, IReadOnlyList<string>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>How far the clocks of the provider and of this machine may lie apart.</summary>
    /// <value>30 s.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);
}
