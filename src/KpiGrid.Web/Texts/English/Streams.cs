namespace KpiGrid.Web.Texts;

/// <content>The measurements of one KPI stream.</content>
internal static partial class English
{
    public static StreamsWords Streams { get; } = new()
    {
        Title = "{0}: measurements",
        Intro = "Every measurement with all its revisions: nothing is overwritten.",
        Nothing = "There is no measurement yet. Report one, or send a file with many.",
        Confidential = "The figures of this stream are confidential: the pilot's own people see them.",
        Value = "Value",
        Withdrawn = "withdrawn",
        Superseded = "replaced by a later revision",
        Import = "import {0}",
        Silences = new Dictionary<string, string>
        {
            ["nothing-to-report"] = "nothing to report",
            ["not-occurring"] = "does not occur",
            ["included-elsewhere"] = "included elsewhere",
            ["confidential"] = "confidential",
            ["not-estimated"] = "not estimated",
        },
    };
}
