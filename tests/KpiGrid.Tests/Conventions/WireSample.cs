using System.Reflection;
using System.Runtime.CompilerServices;

namespace KpiGrid.Tests.Conventions;

/// <summary>One value of any type on the wire, the same every time, with every member filled.</summary>
internal static class WireSample
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, object> plain = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 70_000_000_000L,
        [typeof(ulong)] = 0x9f3c0a7718e2d4b6UL,
        [typeof(Int128)] = (Int128)12_500_000_000,
        [typeof(UInt128)] = (UInt128)42,
        [typeof(byte[])] = new byte[] { 1, 2, 3 },
        [typeof(DateOnly)] = new DateOnly(2026, 3, 31),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero),
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(1),
    };

    public static object Of(Type type)
    {
        if (plain.TryGetValue(type, out var value)) return value;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        if (typeof(Exception).IsAssignableFrom(type)) return ExceptionOf(type);
        if (!type.IsGenericType) return Filled(type);
        var arguments = type.GetGenericArguments();
        return arguments.Length == 2 ? DictionaryOf(arguments[0], arguments[1]) : ListOf(arguments[0]);
    }

    private static object Filled(Type type)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetMembers(Own).Where(member => member.IsDefined(typeof(IdAttribute))))
        {
            var field = member as FieldInfo
                ?? type.GetField($"<{member.Name}>k__BackingField", Own)
                ?? throw new InvalidOperationException($"{type.Name}.{member.Name} has no field");
            field.SetValue(sample, Of(field.FieldType));
        }
        return sample;
    }

    private static object ExceptionOf(Type type)
    {
        var constructor = type.GetConstructors()[0];
        return constructor.Invoke([.. constructor.GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(Exception) ? null : Of(parameter.ParameterType))]);
    }

    private static Array ListOf(Type element)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element), 0);
        return list;
    }

    private static object DictionaryOf(Type key, Type value)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Of(key), Of(value));
        return dictionary;
    }
}
