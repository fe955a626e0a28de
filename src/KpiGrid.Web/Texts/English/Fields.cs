namespace KpiGrid.Web.Texts;

/// <content>A region by field.</content>
internal static partial class English
{
    public static FieldsWords Fields { get; } = new()
    {
        Title = "Fields",
        Lead = "What is done with companies, education, citizens and the municipality itself. Each field has its own tempo; a pilot may touch several, so fields are not added up.",
        Pilots = new("1 pilot", "{0} pilots"),
        Pilot = "Pilot",
        Nothing = "No pilot here works in this field yet.",
        LastReported = "last reported {0}",
        NeverReported = "nothing reported yet",
        Late = "{0} late",
        LateStreams = "Late",
        Several = "What touches several fields",
        Untagged = "In no field yet: {0}. A pilot is put into one by its tags.",
        Names = new Dictionary<string, string>
        {
            ["companies"] = "Companies",
            ["education"] = "Education",
            ["citizens"] = "Citizens",
            ["municipality-as-organisation"] = "The municipality as organisation",
        },
    };
}
