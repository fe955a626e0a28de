using System.Reflection;
using KpiGrid.Silo.Aggregates;
using Orleans.Concurrency;
using Xunit;

namespace KpiGrid.Tests.Conventions;

/// <summary>Nothing above awaits a call below: read from the code of the grains, not from what methods are called.</summary>
public sealed class CallDirectionTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>From below to above.</summary>
    private static readonly Type[] levels = [typeof(IPilotGrain), typeof(IMunicipalityGrain), typeof(IRegionGrain)];

    [Theory]
    [InlineData(typeof(MunicipalityGrain), 1)]
    [InlineData(typeof(RegionGrain), 2)]
    public void A_grain_calls_those_below_it_one_way(Type grain, int level)
    {
        var down = Code(grain).SelectMany(Called).Where(method => levels.Take(level).Contains(method.DeclaringType))
            .Distinct().ToList();

        Assert.NotEmpty(down);
        Assert.All(down, method => Assert.True(method.IsDefined(typeof(OneWayAttribute)), $"{grain.Name} awaits {method}"));
    }

    /// <summary>A grain's methods with the state machines and closures that its compiler made of them.</summary>
    private static IEnumerable<MethodBase> Code(Type type) =>
        type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
            .Concat(type.GetNestedTypes(All).SelectMany(Code));

    /// <summary>Every place of the body that reads as a method token; what is none does not resolve.</summary>
    private static IEnumerable<MethodBase> Called(MethodBase caller)
    {
        var body = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + 4 <= body.Length; i++)
            if (Resolve(caller, BitConverter.ToInt32(body, i)) is { } method) yield return method;
    }

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        if (token >> 24 is not (0x0A or 0x06 or 0x2B)) return null;
        try
        {
            return caller.Module.ResolveMethod(
                token, caller.DeclaringType!.GetGenericArguments(), caller.IsGenericMethod ? caller.GetGenericArguments() : []);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
