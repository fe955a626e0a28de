using System.Reflection;
using System.Text;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KpiGrid.Tests.Api.Questions;

public sealed class KnownNounsTests
{
    private static readonly TimeSpan age = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider time = new();
    private readonly KnownNouns nouns;
    private readonly SlowRegistry registry;

    public KnownNounsTests() => nouns = new(SlowRegistry.New(out registry), time);

    [Fact]
    public async Task What_a_thousand_miss_at_once_is_read_once()
    {
        var asked = Enumerable.Range(0, 1_000).Select(_ => Read()).ToArray();
        registry.Answer(1);

        Assert.All(await Task.WhenAll(asked), head => Assert.Equal(1, head));
        Assert.Equal(1, await Read());
        Assert.Equal(1, registry.Reads);
    }

    [Fact]
    public async Task A_reading_that_began_before_a_change_is_neither_joined_nor_kept()
    {
        var before = Read();
        nouns.Forget("kpi/A");
        var after = Read();
        registry.Answer(2, which: 1);
        registry.Answer(1, which: 0);

        Assert.Equal((1, 2), (await before, await after));
        Assert.Equal(2, await Read());
        Assert.Equal(2, registry.Reads);
    }

    [Fact]
    public async Task A_reading_that_began_longer_ago_than_asked_for_is_not_joined()
    {
        var before = Read();
        time.Advance(age);
        var after = Read();
        registry.Answer(1, which: 0);
        registry.Answer(2, which: 1);

        Assert.Equal((1, 2), (await before, await after));
    }

    private async Task<long> Read() => (await nouns.Read<Dictionary<string, int>>("kpi/A", age))!.Entry.Head;

    /// <summary>The registry, which answers when it is told to.</summary>
    public class SlowRegistry : DispatchProxy
    {
        private readonly List<TaskCompletionSource<RegistryEntry?>> reads = [];
        private object registry = null!;

        public int Reads => reads.Count;

        internal static IGrainFactory New(out SlowRegistry slow)
        {
            var grain = Create<IRegistryGrain, SlowRegistry>();
            slow = (SlowRegistry)(object)grain;
            var grains = Create<IGrainFactory, SlowRegistry>();
            ((SlowRegistry)(object)grains).registry = grain;
            return grains;
        }

        public void Answer(long head, int which = 0) => reads[which].SetResult(
            new(Encoding.UTF8.GetBytes("{}"), head, DateTimeOffset.UnixEpoch, "a", null));

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IGrainFactory.GetGrain)) return registry;
            reads.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            return reads[^1].Task;
        }
    }
}
