using KpiGrid.Host.Commands;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Web.Samples;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KpiGrid.Host.Samples;

/// <summary>The sample networks, to be loaded into the server that runs here; each record gets the time at which that is done.</summary>
internal static class OfferedSamples
{
    public static SampleOffer Of(IServer server, string data) =>
        new(cancellationToken => Load(Address(server), data, cancellationToken));

    private static Uri Address(IServer server) =>
        LocalAddress.Of(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task Load(Uri address, string data, CancellationToken cancellationToken)
    {
        using var client = KeyedHttp.Client(address, AdminKeyFile.Read(data));
        var http = new PatientHttp(client, TimeProvider.System, new());
        await new SampleLoader(http, new SteppedTime()).Load((_, _, _) => { }, cancellationToken);
    }
}
