namespace KpiGrid.Web.Texts;

/// <content>How to use the pages, and what this is.</content>
internal static partial class English
{
    public static HelpWords Help { get; } = new()
    {
        Title = "Help",
        Lead = "A page for each of the three groups that work with KpiGrid.",
        Leads = new("For pilot leads", "You report what your pilot measures.",
        [
            ("Report in a minute", "Open “Report”, choose your pilot and the KPI, type the value as you write it, and send. The unit stands beside the field."),
            ("A slip is asked about", "A value far from your own history is held back with a question. Confirm it when it is right."),
            ("Correct, never overwrite", "On the page of a measurement choose “Correct” and say why. The old value stays readable."),
            ("See what it moved", "The receipt says which totals moved, and by how much. Sending the same again moves nothing."),
            ("Nothing is not zero", "Zero is a value. If there was nothing to measure, choose the reason in the form instead of sending zero."),
        ]),
        Coordinators = new("For coordinators", "You watch a region and answer for its numbers.",
        [
            ("Watch the region", "Tiles show what each KPI comes to, how much of what was expected is inside, and how fresh it is. Numbers move by themselves."),
            ("Open any number", "Every number is a link to the measurements behind it; the lines add up to the total."),
            ("See who is late", "Below the chosen KPI stands who has not reported, and since when."),
            ("See what changed", "Choose a day under “What changed since” to see every change since, with its reason."),
            ("Before a meeting", "Links hold the whole view: language, period, KPI. Every chart is also a table, a picture and a CSV file."),
        ]),
        Centres = new("For sustainability centres", "You compare pilots across municipalities and countries, fairly.",
        [
            ("Put them side by side", "Open “Compare”, choose a KPI and two or more pilots or municipalities, or all members of a region."),
            ("Divide by what matters", "Per inhabitant, per budget or per m². A small denominator is greyed and not ranked: chance weighs heavily there."),
            ("Calendar or pilot clock", "On the pilots’ own clock, month 3 of one stands beside month 3 of the other, whenever they started."),
            ("Ranked only where fair", "If definitions, methods, periods, coverage or boundaries differ, they stand side by side and the reason is said."),
            ("Money by a pinned rate", "Kroner and euros are converted only by a named, dated rate, so that anybody can compute it again."),
        ]),
        About = "About",
        AboutLead = "KpiGrid keeps what circular pilots of municipalities measure, and answers what it comes to.",
        Version = "Version",
        Software = "Licence of the software",
        SoftwareText = "MIT. You may use, change and pass it on; the full text is below.",
        Data = "Licence of the data",
        DataUnset = "Whoever runs this installation has not stated one: ask before you publish figures.",
        Counting = "How totals are counted",
        CountingText = "A total is a sum over municipalities, each counted once, however regions overlap. Shares of joint pilots are exact; ratios are added before they are divided; money in different currencies is never added without a named rate.",
    };
}
