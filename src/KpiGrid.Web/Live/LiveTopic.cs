using KpiGrid.Api.Live;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Live;

/// <summary>What one page of a browser watches: its address, and the version it shows.</summary>
internal sealed record LiveTopic(ViewState View, string Address, NodeVersion Seen)
{
    /// <summary>Reads <c>version address</c>; null for what nobody can watch.</summary>
    public static LiveTopic? Read(string? text)
    {
        if ((text ?? "").Split(' ', 2) is not [var version, var address]) return null;
        var view = ViewReader.Read(address, Language.English);
        var isWatched = view is { Place: { Kind: Api.Questions.PlaceKind.Region, IsReadable: true }, Page: PageKind.Overview, Wrong.Count: 0, Period: not null };
        return isWatched ? new(view, address, NodeVersion.TryParse(version, out var seen) ? seen : NodeVersion.None) : null;
    }
}
