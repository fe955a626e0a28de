using System.Text;
using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Orleans.Storage;
using Xunit;

namespace KpiGrid.Tests.Audit;

[Collection(OneSilo.Name)]
public sealed class PersonTests(ClusterFixture cluster)
{
    private static readonly Person ann = new() { Name = "Ann Example", Email = "ann@example.org" };
    private readonly Grid grid = cluster.Grid;

    [Fact]
    public async Task A_person_is_kept_changed_and_erased_and_only_that_is_recorded()
    {
        var actor = Grid.NewId("actor");
        var person = Of(actor);

        Assert.Empty(await person.Put(ann, "admin/k1"));
        Assert.Empty(await person.Put(ann, "admin/k1"));
        Assert.Empty(await person.Put(ann with { Email = null }, "admin/k1"));
        Assert.Equal(ann with { Email = null }, await person.Read());
        Assert.True(await person.Erase($"{actor}/k2"));
        Assert.Null(await person.Read());
        Assert.False(await person.Erase($"{actor}/k2"));

        var records = await grid.Journal.Chain(Streams.Actors + actor);
        Assert.Equal(["admin/k1", "admin/k1", $"{actor}/k2"], records.Select(record => record.Author));
        Assert.Equal(
            ["{\"facts\":{\"person\":\"put\"}}", "{\"facts\":{\"person\":\"put\"}}", "{\"facts\":{\"person\":\"erased\"}}"],
            records.Select(record => Encoding.UTF8.GetString(record.Body)));
    }

    [Theory]
    [InlineData("", null, "text-required")]
    [InlineData("a\u202Eb", null, "text-hidden-characters")]
    [InlineData("a\nb", null, "text-hidden-characters")]
    [InlineData("a", "a", "email-unreadable")]
    [InlineData("a", "a@b@c", "email-unreadable")]
    [InlineData("a", "a b@c", "email-unreadable")]
    [InlineData("a", "a\u200B@c", "text-hidden-characters")]
    public void A_person_that_is_wrong_gets_a_code_and_no_problem_repeats_them(string name, string? email, string code)
    {
        var problems = new Person { Name = name, Email = email }.Check();

        Assert.Contains(problems, problem => problem.Code == code);
        Assert.All(problems, problem => Assert.Null(problem.Value));
    }

    [Fact]
    public void Names_have_limits_and_one_form()
    {
        var long200 = new string('x', 200);
        Assert.Empty(new Person { Name = long200, Email = new string('x', 252) + "@y" }.Check());
        Assert.Single(new Person { Name = long200 + "x" }.Check());
        Assert.Single(new Person { Name = "half a character " + (char)0xD800 }.Check());
        Assert.Single(new Person { Name = "x", Email = new string('x', 253) + "@y" }.Check());
        Assert.Equal(new Person { Name = "Zo\u00EB" }, new Person { Name = "Zoe\u0308" });
    }

    [Fact]
    public void A_person_is_written_nowhere_by_mistake() => Assert.DoesNotContain(
        "Example", $"{ann} {new PersonRow("ann", ann)} {Appends.First("actor/ann") with { Person = new("ann", ann) }}",
        StringComparison.Ordinal);

    [Fact]
    public async Task A_second_writer_of_a_person_gives_way()
    {
        var actor = Grid.NewId("actor");
        await Of(actor).Put(ann, "admin/k1");
        await grid.Journal.AppendNext(Streams.Actors + actor);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Of(actor).Put(ann with { Name = "Eve" }, "admin/k1"));

        Assert.Equal(ann, await Of(actor).Read());
        Assert.Empty(await Of(actor).Put(ann with { Name = "Ann Again" }, "admin/k1"));
        Assert.Equal("Ann Again", (await Of(actor).Read())!.Name);
    }

    private IPersonGrain Of(string actor) => grid.Cluster.Client.GetGrain<IPersonGrain>(actor);
}
