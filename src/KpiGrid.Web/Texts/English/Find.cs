namespace KpiGrid.Web.Texts;

/// <content>Finding a place or pilot.</content>
internal static partial class English
{
    public static FindWords Find { get; } = new()
    {
        Title = "Find a place or pilot",
        Label = "Name or code",
        Button = "Find",
        Nothing = "Nothing you may read is called “{0}”.",
        Hint = "Type a part of a name; arrow keys choose, Enter opens.",
        Region = "Region",
        Municipality = "Municipality",
        Pilot = "Pilot",
        Cut = "Only the first {0} are shown: type more of the name.",
    };
}
