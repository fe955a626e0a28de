using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

/// <summary>An API whose people sign in at an identity provider, which tests share.</summary>
public sealed class GuardedOpenId(GuardedCluster cluster) : IAsyncLifetime
{
    internal IdentityProvider Provider { get; private set; } = null!;

    internal GuardedApp Api { get; private set; } = null!;

    internal string[] Settings =>
    [
        $"Access:OpenId:Authority={Provider.Authority}",
        $"Access:OpenId:Audience={IdentityProvider.Audience}",
        $"Access:OpenId:ClientId={IdentityProvider.Client}",
        "Access:OpenId:ClientSecret=not much of one",
        "Access:OpenId:ActorSecret=0123456789abcdef0123456789abcdef",
        "Access:OpenId:Groups:kpigrid-ncc:0=coordinator@regions/ncc",
        "Access:OpenId:Groups:kpigrid-admins:0=admin",
    ];

    public async ValueTask InitializeAsync()
    {
        Provider = await IdentityProvider.Start();
        Api = await cluster.Start(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
