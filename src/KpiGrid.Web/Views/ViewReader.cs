using KpiGrid.Api.Questions;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiGrid.Web.Views;

/// <summary>Reads a view from an address. Names it does not know are left alone; values it cannot read are told.</summary>
internal sealed class ViewReader
{
    private const int TextMax = 24_000;
    private readonly IQueryCollection query;
    private readonly List<WrongPart> wrong = [];

    private ViewReader(IQueryCollection query) => this.query = query;

    /// <summary>Reads an address as written.</summary>
    public static ViewState Read(string address, Language preferred)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (address, "") : (address[..mark], address[mark..]);
        return Read(Uri.UnescapeDataString(path), new QueryCollection(QueryHelpers.ParseQuery(query)), preferred);
    }

    public static ViewState Read(string path, IQueryCollection query, Language preferred) =>
        new ViewReader(query).State(path, preferred);

    private ViewState State(string path, Language preferred)
    {
        var view = Placed(path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return view with
        {
            Language = Of("lang", Language.Of) ?? preferred,
            Kpi = Of<KpiCode>("kpi", KpiCode.TryParse),
            Class = Of<ClassId>("class", ClassId.TryParse),
            Participant = Of<MunicipalityId>("participant", MunicipalityId.TryParse),
            Period = Of<Period>("period", TryPeriod),
            By = Of<PeriodSize>("by", TryBy),
            Per = Of<Per>("per", TryName) ?? Per.Absolute,
            Clock = Of<Clock>("clock", TryName) ?? Clock.Calendar,
            With = Places("with"),
            Without = Places("without"),
            Members = Of<RegionId>("members", RegionId.TryParse),
            Money = Of("money", Money.Of),
            Since = Of<DateOnly>("since", TryDay),
            Query = Text("q"),
            Correct = Of<MeasurementId>("correct", MeasurementId.TryParse),
            Import = Of<PilotId>("import", PilotId.TryParse)?.Value,
            After = Text("after"),
            Wrong = wrong,
        };
    }

    /// <summary>The place and the page that a path names.</summary>
    private static ViewState Placed(string[] path)
    {
        var place = path is [var noun, var id, ..] && PlaceRef.TryParseNode($"{noun}/{id}", out var read) ? read : null;
        var rest = place is null ? path : path[2..];
        if (rest is [ViewAddress.ChartsSegment, var chart]) return Charted(new() { Place = place, Page = PageKind.Charts }, chart);
        if (rest is [var list, var which])
            foreach (var page in (PageKind[])[PageKind.Round, PageKind.Edition])
                if (list + "/" == ViewAddress.Segment(page)) return new() { Place = place, Page = page, Which = which };
        foreach (var page in Enum.GetValues<PageKind>())
            if (string.Join('/', rest) == ViewAddress.Segment(page)) return new() { Place = place, Page = page };
        return new() { Elsewhere = "/" + string.Join('/', path.Select(Uri.EscapeDataString)) };
    }

    private static ViewState Charted(ViewState view, string file)
    {
        foreach (var form in (ChartForm[])[ChartForm.Svg, ChartForm.Csv])
        {
            var ending = $".{form.ToString().ToLowerInvariant()}";
            if (file.EndsWith(ending, StringComparison.Ordinal))
                return view with { Chart = file[..^ending.Length], Form = form };
        }
        return view with { Chart = file };
    }

    private delegate bool TryRead<TValue>(string text, out TValue value);

    private string? Text(string name) => query[name] is [{ Length: > 0 and <= TextMax } text, ..] ? text : null;

    private TValue? Of<TValue>(string name, TryRead<TValue> read)
        where TValue : struct
    {
        if (Text(name) is not { } text) return null;
        if (read(text, out var value)) return value;
        wrong.Add(new(name, text));
        return null;
    }

    private TValue? Of<TValue>(string name, Func<string, TValue?> read)
        where TValue : class
    {
        if (Text(name) is not { } text) return null;
        var value = read(text);
        if (value is null) wrong.Add(new(name, text));
        return value;
    }

    private List<PlaceRef> Places(string name)
    {
        var places = new List<PlaceRef>();
        foreach (var text in query[name].OfType<string>().Where(text => text.Length > 0))
        {
            if (PlaceRef.TryParseNode(text, out var place)) places.Add(place);
            else wrong.Add(new(name, text));
        }
        return places;
    }

    /// <summary>Years next to these still have days before and after.</summary>
    private static bool TryPeriod(string text, out Period period) =>
        Period.TryParse(text, out period) && period.First.Year >= 1900 && period.Last.Year <= 2999;

    private static bool TryBy(string text, out PeriodSize size) =>
        PeriodSizes.TryParse(text, out size) && size != PeriodSize.Range;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out day) && day.Year is >= 1900 and <= 2999;

    private static bool TryName<TName>(string text, out TName name)
        where TName : struct, Enum
    {
        foreach (var each in Enum.GetValues<TName>())
        {
            name = each;
            if (ViewAddress.Text(each) == text) return true;
        }
        name = default;
        return false;
    }
}
