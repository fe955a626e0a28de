using System.Reflection;
using KpiGrid.Api.Hosting;
using KpiGrid.Silo.Hosting;
using Orleans.Concurrency;
using Xunit;

namespace KpiGrid.Tests.Conventions;

public sealed class ConventionTests
{
    private static readonly Assembly Contracts = typeof(IPilotGrain).Assembly;
    private static readonly Assembly Silo = typeof(SiloRegistration).Assembly;
    private static readonly Assembly Api = typeof(ApiHosting).Assembly;

    private static readonly string[] BannedEndings =
        ["Manager", "Helper", "Service", "Utils", "Base", "Impl", "Dto", "Processor", "Handler"];

    [Fact]
    public void Every_grain_is_sealed_and_internal()
    {
        var grains = Silo.GetTypes().Where(type => typeof(Grain).IsAssignableFrom(type)).ToList();
        Assert.NotEmpty(grains);
        Assert.All(grains, grain => Assert.True(grain is { IsSealed: true, IsNotPublic: true }, grain.FullName));
    }

    [Fact]
    public void The_front_end_knows_neither_grain_classes_nor_stores()
    {
        foreach (var reference in Api.GetReferencedAssemblies())
            Assert.DoesNotContain(reference.Name, new[] { Silo.GetName().Name, "Microsoft.Data.Sqlite" });
    }

    [Fact]
    public void Every_type_on_the_wire_has_an_alias_of_its_own()
    {
        var types = Wire(Contracts).Concat(Wire(Silo)).ToList();
        Assert.True(types.Count > 40);
        var aliases = types.Select(type => (Type: type, type.GetCustomAttribute<AliasAttribute>()?.Alias)).ToList();
        Assert.All(aliases, pair => Assert.False(string.IsNullOrEmpty(pair.Alias), pair.Type.FullName));
        Assert.Equal(aliases.Count, aliases.Select(pair => pair.Alias).Distinct().Count());
    }

    [Fact]
    public void Every_grain_method_has_an_alias() => Assert.All(
        GrainInterfaces().SelectMany(grain => grain.GetMethods()),
        method => Assert.NotNull(method.GetCustomAttribute<AliasAttribute>()));

    [Fact]
    public void Downward_calls_of_grains_are_one_way()
    {
        string[] downward = ["Poke", "Seen", "MembersChanged"];
        var methods = GrainInterfaces().SelectMany(grain => grain.GetMethods())
            .Where(method => downward.Contains(method.Name)).ToList();
        Assert.Equal(4, methods.Count);
        Assert.All(methods, method => Assert.NotNull(method.GetCustomAttribute<OneWayAttribute>()));
    }

    [Fact]
    public void No_NodaTime_type_shows_on_the_surface_of_the_contracts()
    {
        var members = Contracts.GetExportedTypes().SelectMany(type => type.GetMembers()).SelectMany(Types).ToList();
        Assert.True(members.Count > 500);
        Assert.DoesNotContain(members, type => type.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var names = new[] { Contracts, Silo, Api }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("KpiGrid", StringComparison.Ordinal) == true && !type.Name.Contains('<'))
            .Select(type => type.Name);
        Assert.DoesNotContain(names, name => BannedEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));
    }

    private static IEnumerable<Type> Wire(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null);

    private static IEnumerable<Type> GrainInterfaces() => Contracts.GetTypes().Concat(Silo.GetTypes())
        .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
