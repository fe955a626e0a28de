using KpiGrid.Silo.Hosting;
using Xunit;

namespace KpiGrid.Tests.Hosting;

public sealed class LocalNodesTests
{
    private static readonly PilotId pilot = PilotId.Parse("brick");

    private readonly LocalNodes nodes = new();
    private readonly PilotReach reach = new();

    public LocalNodesTests()
    {
        nodes.Join(pilot, reach);
        reach.Reached(3);
    }

    [Fact]
    public void A_pilot_that_another_activation_wrote_for_is_behind_until_it_has_read_that()
    {
        nodes.Shown(pilot, 4);
        Assert.Equal([pilot], nodes.PilotsBehind);

        reach.Reached(4);
        Assert.Empty(nodes.PilotsBehind);
    }

    [Fact]
    public void A_pilot_that_wrote_itself_is_not_behind()
    {
        nodes.Shown(pilot, 3);

        Assert.Empty(nodes.PilotsBehind);
    }

    [Fact]
    public void An_older_activation_leaves_the_newer_one_there()
    {
        var newer = new PilotReach();
        nodes.Join(pilot, newer);

        nodes.Leave(pilot, reach);
        nodes.Shown(pilot, 1);

        Assert.Equal([pilot], nodes.PilotsBehind);
    }
}
