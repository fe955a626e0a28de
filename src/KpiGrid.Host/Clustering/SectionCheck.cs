using System.Reflection;

namespace KpiGrid.Host.Clustering;

/// <summary>Whether everything in a section can be read; what it holds is never repeated, for it may be a secret.</summary>
internal static class SectionCheck
{
    public static IEnumerable<string> Of<T>(IConfigurationSection section)
    {
        var known = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var names = known.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A setting that nobody reads is a misspelt one.
        foreach (var child in section.GetChildren().Where(child => !names.Contains(child.Key)))
            yield return $"{child.Path} is no setting: section {section.Path} has {string.Join(", ", names.Order())}.";
        foreach (var property in known.Where(property => !IsReadable(section, property)))
            yield return $"{section.Path}:{property.Name} cannot be read: it takes {Takes(property.PropertyType)}.";
    }

    private static bool IsReadable(IConfigurationSection section, PropertyInfo property)
    {
        try
        {
            var value = section.GetValue(property.PropertyType, property.Name);
            return value is not Enum kind || Enum.IsDefined(kind.GetType(), kind);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Takes(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } kind => $"one of {string.Join(", ", Enum.GetNames(kind)).ToLowerInvariant()}",
        var time when time == typeof(TimeSpan) => "a time such as 00:00:01",
        var flag when flag == typeof(bool) => "true or false",
        _ => "a whole number",
    };
}
