using System.Net;
using KpiGrid.Silo.Hosting;
using Xunit;

namespace KpiGrid.Tests.Hosting;

public sealed class PrivateAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    public void An_address_of_a_network_of_ones_own_is_private(string address)
    {
        Assert.True(PrivateAddress.Is(IPAddress.Parse(address)));
        Assert.False(PrivateAddress.IsPublic(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("::")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("2001:db8::1")]
    public void An_address_that_is_nobodys_is_neither_private_nor_public(string address)
    {
        Assert.False(PrivateAddress.Is(IPAddress.Parse(address)));
        Assert.False(PrivateAddress.IsPublic(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2a01:4f8::1")]
    [InlineData("::ffff:1.1.1.1")]
    public void Any_other_is_public(string address)
    {
        Assert.False(PrivateAddress.Is(IPAddress.Parse(address)));
        Assert.True(PrivateAddress.IsPublic(IPAddress.Parse(address)));
    }
}
