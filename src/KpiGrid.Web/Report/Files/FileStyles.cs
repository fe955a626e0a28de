namespace KpiGrid.Web.Report.Files;

/// <summary>The ways in which numbers of a file may be written, by the name that a form sends.</summary>
internal static class FileStyles
{
    public static IReadOnlyDictionary<string, NumberStyle> All { get; } = new Dictionary<string, NumberStyle>
    {
        ["da"] = NumberStyle.Continental, ["en"] = NumberStyle.English,
    };

    /// <summary>The style of a name; null where it is to be found out.</summary>
    public static NumberStyle? Of(string name) => All.GetValueOrDefault(name);

    public static string Name(NumberStyle? style) => All.FirstOrDefault(pair => pair.Value == style).Key ?? "";
}
