using System.Reflection;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Views;

/// <summary>Everything that decides what a page shows. It is its address: what is not in here cannot be linked to.</summary>
/// <remarks>A link is <c>(state with { Kpi = kpi }).Address</c>; a new part of it needs a line in
/// <see cref="ViewAddress"/> and one in <see cref="ViewReader"/>, and the round-trip test finds a missing one.</remarks>
internal sealed record ViewState
{
    public Language Language { get; init; } = Language.English;
    public PlaceRef? Place { get; init; }
    public PageKind Page { get; init; }

    /// <summary>The path of a page that is no view, such as that of a sign-in link.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>The chart of <see cref="PageKind.Charts"/>, by its short name.</summary>
    public string? Chart { get; init; }

    public ChartForm Form { get; init; }

    /// <summary>Which one of <see cref="PageKind.Round"/> or <see cref="PageKind.Edition"/>: its name or number.</summary>
    public string? Which { get; init; }

    public KpiCode? Kpi { get; init; }
    public ClassId? Class { get; init; }

    /// <summary>The participant whose own figures are meant.</summary>
    public MunicipalityId? Participant { get; init; }

    public Period? Period { get; init; }
    public PeriodSize? By { get; init; }
    public Per Per { get; init; }
    public Clock Clock { get; init; }

    /// <summary>What is put beside each other.</summary>
    public IReadOnlyList<PlaceRef> With { get; init; } = [];

    /// <summary>The members and pilots left out.</summary>
    public IReadOnlyList<PlaceRef> Without { get; init; } = [];

    /// <summary>The region whose members are put beside each other.</summary>
    public RegionId? Members { get; init; }

    /// <summary>What money is converted to; null for as it was paid.</summary>
    public Money? Money { get; init; }

    /// <summary>The day since whose start changes are shown.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What is looked for.</summary>
    public string? Query { get; init; }

    /// <summary>The measurement to correct.</summary>
    public MeasurementId? Correct { get; init; }

    /// <summary>The file that measurements came with, by its id.</summary>
    public string? Import { get; init; }

    /// <summary>Where a page of a list begins: opaque.</summary>
    public string? After { get; init; }

    /// <summary>What of the address could not be read; such a page is not shown.</summary>
    public IReadOnlyList<WrongPart> Wrong { get; init; } = [];

    /// <summary>The address, path and query.</summary>
    public string Address => ViewAddress.Of(this);

    /// <summary>The page of a place, in the same language and period.</summary>
    public ViewState At(PlaceRef? place) => new() { Language = Language, Place = place, Period = Period, Kpi = Kpi };

    /// <summary>Another page of the same place.</summary>
    public ViewState On(PageKind page) => this with { Elsewhere = null, Page = page, Chart = null, Which = null, Form = ChartForm.Page, After = null, Correct = null, Import = null };

    /// <summary>One round or edition of the same place.</summary>
    public ViewState On(PageKind page, string which) => On(page) with { Which = which };

    /// <summary>A chart of this view, alone.</summary>
    public ViewState Only(string chart, ChartForm form = ChartForm.Page) =>
        this with { Page = PageKind.Charts, Chart = chart, Form = form, After = null };

    /// <summary>Reads the address of a request; the endpoint's parameter of this type is read by it.</summary>
    public static ValueTask<ViewState?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(Of(context));

    public static ViewState Of(HttpContext context) => ViewReader.Read(
        context.Request.Path.Value ?? "/", context.Request.Query, Language.Preferred(context.Request.Headers.AcceptLanguage!));
}

/// <summary>A part of an address that could not be read.</summary>
internal sealed record WrongPart(string Name, string Value);
