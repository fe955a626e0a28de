using KpiGrid.Host.Listening;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace KpiGrid.Tests.Hosting;

public sealed class PublicAddressTests
{
    private const string Certificate = "Kestrel:Certificates:Default:Path=server.pfx";

    [Theory]
    [InlineData("http://127.0.0.1:8420", null)]
    [InlineData("http://127.8.8.8:8420", null)]
    [InlineData("http://[::1]:8420", null)]
    [InlineData("http://localhost:8420", null)]
    [InlineData("http://unix:/run/kpigrid.sock", null)]
    [InlineData("http://0.0.0.0:8420", "http://0.0.0.0:8420")]
    [InlineData("http://[::]:8420", "http://[::]:8420")]
    [InlineData("http://*:8420", "http://*:8420")]
    [InlineData("http://+:8420", "http://+:8420")]
    [InlineData("http://192.0.2.1:8420", "http://192.0.2.1:8420")]
    [InlineData("http://localhost.example:8420", "http://localhost.example:8420")]
    [InlineData("http://127.0.0.1:8420;http://0.0.0.0:8421", "http://0.0.0.0:8421")]
    [InlineData("https://0.0.0.0:8420", "https://0.0.0.0:8420")]
    public void An_address_that_others_reach_is_found(string urls, string? found) => Assert.Equal(found, In(urls));

    [Theory]
    [InlineData("https://0.0.0.0:8420", null)]
    [InlineData("http://0.0.0.0:8420", "http://0.0.0.0:8420")]
    public void A_certificate_counts_for_tls_only(string urls, string? found) => Assert.Equal(found, In(urls, Certificate));

    [Theory]
    [InlineData("http://127.0.0.1:8420", null)]
    [InlineData("http://0.0.0.0:8420", "http://0.0.0.0:8420")]
    [InlineData("https://0.0.0.0:8420", null)]
    public void Endpoints_of_the_configuration_count_instead_of_the_command_line(string url, string? found) =>
        Assert.Equal(found, In("http://127.0.0.1:1", $"Kestrel:Endpoints:Any:Url={url}",
            "Kestrel:Endpoints:Any:Certificate:Path=server.pfx"));

    private static string? In(string urls, params string[] settings) => PublicAddress.In(
        urls, new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))).Build());
}
