using System.Reflection;
using KpiGrid.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Xunit;

namespace KpiGrid.Tests.Conventions;

/// <summary>
/// What every wire type looks like in bytes, checked in as <c>golden-bytes.txt</c>. A line that changes breaks a rolling
/// upgrade; a new type's line is added from <c>golden-bytes.actual.txt</c>, which this test leaves beside the tests. A type
/// that gained a field keeps what it was in <c>golden-bytes-older.txt</c>: a silo of before may still send it.
/// </summary>
public sealed class GoldenBytesTests
{
    private static readonly Serializer serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Every_wire_type_has_the_bytes_it_always_had()
    {
        var actual = WireTypes().ToDictionary(pair => pair.Key, pair => Convert.ToHexStringLower(Bytes(pair.Value)));
        File.WriteAllLines(
            Path.Combine(AppContext.BaseDirectory, "golden-bytes.actual.txt"),
            actual.Select(pair => $"{pair.Key} {pair.Value}"));

        Assert.Equal(Golden(), actual);
    }

    [Fact]
    public void Bytes_of_old_are_read_back_whole()
    {
        foreach (var (alias, hex) in Golden())
        {
            var read = serializer.Deserialize<object>(Convert.FromHexString(hex));
            Assert.Equal((alias, hex), (alias, Convert.ToHexStringLower(serializer.SerializeToArray(read))));
        }
    }

    [Fact]
    public void Bytes_of_an_older_program_are_still_read()
    {
        foreach (var (alias, hex) in Lines("golden-bytes-older.txt"))
        {
            var read = serializer.Deserialize<object>(Convert.FromHexString(hex));
            Assert.Equal(alias, read!.GetType().GetCustomAttribute<AliasAttribute>()!.Alias);
        }
    }

    private static SortedDictionary<string, Type> WireTypes() => new(
        typeof(IPilotGrain).Assembly.GetTypes().Append(typeof(HeadSeen))
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)))
            .ToDictionary(type => type.GetCustomAttribute<AliasAttribute>()!.Alias),
        StringComparer.Ordinal);

    private static byte[] Bytes(Type type) => serializer.SerializeToArray(WireSample.Of(type));

    private static Dictionary<string, string> Golden() => Lines("golden-bytes.txt").ToDictionary();

    private static List<(string Alias, string Hex)> Lines(string file)
    {
        using var lines = new StreamReader(typeof(GoldenBytesTests).Assembly.GetManifestResourceStream(file)!);
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];
    }
}
