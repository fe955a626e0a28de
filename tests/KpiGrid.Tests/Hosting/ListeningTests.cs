using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Xunit;

namespace KpiGrid.Tests.Hosting;

public sealed class ListeningTests
{
    private const string Everywhere = "http://0.0.0.0:0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_does_not_listen_in_the_clear_where_others_reach_it()
    {
        using var folder = new TempFolder();
        await using var program = ProgramProcess.Start("serve", "--urls", Everywhere, "--data", folder.Path);

        Assert.Equal(1, await program.Code(TimeSpan.FromSeconds(60)));

        Assert.All((string[])["Kestrel:Certificates", "Hosting:TrustedProxies", "--insecure-public"], remedy =>
            Assert.Contains(remedy, program.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Ops:Cluster=false")]
    [InlineData(false, "Hosting:TrustedProxies:0=127.0.0.1")]
    public async Task It_does_when_told_so_or_behind_a_named_proxy(bool insecure, string setting)
    {
        await using var host = await ProgramHost.Build(Everywhere, insecure, setting);
        await host.App.StartAsync(Cancelled);
        Assert.NotEmpty(host.App.Urls);
    }

    /// <summary>Another loopback address stands for another machine: only a listener on all addresses answers there.</summary>
    [Fact]
    public async Task The_ports_of_the_cluster_are_reached_at_one_address_of_this_machine_only()
    {
        await using var host = await ProgramHost.Start();
        var endpoints = host.App.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;
        foreach (var port in new[] { endpoints.SiloPort, endpoints.GatewayPort })
        {
            Assert.True(await Answers(IPAddress.Loopback, port));
            Assert.False(await Answers(IPAddress.Parse("127.0.0.2"), port));
            foreach (var address in Elsewhere()) Assert.False(await Answers(address, port), $"{address}:{port}");
        }
    }

    private static IEnumerable<IPAddress> Elsewhere() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(device => device.GetIPProperties().UnicastAddresses).Select(unicast => unicast.Address)
        .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal);

    private static async Task<bool> Answers(IPAddress address, int port)
    {
        using var socket = new TcpClient(address.AddressFamily);
        try
        {
            await socket.ConnectAsync(address, port, Cancelled);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
