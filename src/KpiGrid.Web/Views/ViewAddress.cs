using System.Globalization;
using System.Text;

namespace KpiGrid.Web.Views;

/// <summary>Writes a view as an address; its parts always in the same order, so that equal views have equal
/// addresses.</summary>
internal static class ViewAddress
{
    public const string ChartsSegment = "charts";

    public static string Of(ViewState view)
    {
        var address = new StringBuilder(Path(view));
        var mark = '?';
        foreach (var (name, value) in Query(view))
        {
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        return address.ToString();
    }

    /// <summary>A page's part of the path; none for the overview.</summary>
    public static string Segment(PageKind page) => page switch
    {
        PageKind.Overview => "",
        PageKind.Round => "rounds/",
        PageKind.Edition => "editions/",
        PageKind.WhatIf => "what-if",
        PageKind.SignOut => "sign-out",
        PageKind.HelpLeads => "help/leads",
        PageKind.HelpCoordinators => "help/coordinators",
        PageKind.HelpCentres => "help/centres",
        PageKind.ReportPilots => "report/pilots",
        PageKind.Upload => "report/upload",
        PageKind.File => "report/file",
        PageKind.Template => "report/template.csv",
        _ => Text(page),
    };

    /// <summary>The word for a choice.</summary>
    public static string Text<TName>(TName name)
        where TName : struct, Enum => name.ToString().ToLowerInvariant();

    private static string Path(ViewState view)
    {
        if (view.Elsewhere is { } elsewhere) return elsewhere;
        var place = view.Place is { } at ? "/" + string.Join('/', at.ToString().Split('/').Select(Uri.EscapeDataString)) : "";
        var page = view.Page == PageKind.Overview ? "" : "/" + Segment(view.Page);
        var chart = view is { Page: PageKind.Charts, Chart: { } name } ? $"/{Uri.EscapeDataString(name)}{Ending(view.Form)}" : "";
        var which = view is { Page: PageKind.Round or PageKind.Edition, Which: { } one } ? Uri.EscapeDataString(one) : "";
        return place + page + which + chart is { Length: > 0 } path ? path : "/";
    }

    private static string Ending(ChartForm form) => form switch
    {
        ChartForm.Svg => ".svg",
        ChartForm.Csv => ".csv",
        _ => "",
    };

    /// <summary>The parts of the query, for an address or for the fields of a form.</summary>
    public static IEnumerable<(string Name, string Value)> Query(ViewState view)
    {
        if (view.Kpi is { } kpi) yield return ("kpi", kpi.Value);
        if (view.Class is { } @class) yield return ("class", @class.Value);
        if (view.Participant is { } participant) yield return ("participant", participant.Value);
        if (view.Period is { } period) yield return ("period", period.ToString());
        if (view.By is { } by) yield return ("by", by.Text());
        if (view.Per != Per.Absolute) yield return ("per", Text(view.Per));
        if (view.Clock != Clock.Calendar) yield return ("clock", Text(view.Clock));
        foreach (var place in view.With) yield return ("with", place.ToString());
        foreach (var node in view.Without) yield return ("without", node.ToString());
        if (view.Members is { } members) yield return ("members", members.Value);
        if (view.Money is { } money) yield return ("money", money.ToString());
        if (view.Since is { } since) yield return ("since", since.ToString("O", CultureInfo.InvariantCulture));
        if (view.Query is { } query) yield return ("q", query);
        if (view.Correct is { } correct) yield return ("correct", correct.Value);
        if (view.Import is { } import) yield return ("import", import);
        if (view.After is { } after) yield return ("after", after);
        yield return ("lang", view.Language.Tag);
    }
}
