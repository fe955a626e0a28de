namespace KpiGrid.Web.Help;

/// <summary>Which groups have a page, and whether it is the one shown.</summary>
public sealed record HelpView
{
    internal HelpView(IReadOnlyDictionary<Views.PageKind, bool> pages) => Pages = pages;

    internal static readonly Views.PageKind[] Groups =
        [Views.PageKind.HelpLeads, Views.PageKind.HelpCoordinators, Views.PageKind.HelpCentres];

    internal IReadOnlyDictionary<Views.PageKind, bool> Pages { get; }
}
