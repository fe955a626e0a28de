using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Maps;

/// <summary>Puts the members of a region on a map.</summary>
internal sealed class RegionMap(Outlines outlines, KnownNouns nouns, IOptions<QuestionOptions> options)
{
    public const string Name = "map";
    private const int NamedMax = 12;

    /// <summary>The map as a chart: the table of the league is its twin.</summary>
    public async Task<Chart> Read(Visit visit, RegionFigures figures, string kpi, TotalsAnswer members, bool standsAlone)
    {
        var (words, facts) = (visit.Words, figures.Kpis[kpi]);
        var placed = await FanOut.All(members.Split, options.Value.CallsAtOnce, line => Member(visit, figures, facts, line));
        var drawing = new MapDrawing(placed, outlines, facts.Kind.HasParts(), standsAlone);
        var title = $"{figures.Facts.Name}: {Words.Fill(words.Regions.MapTitle, words.Of(facts.Names) ?? kpi, words.Of(figures.Period))}";
        var (svg, height) = drawing.Draw(title);
        return new(Name, title, Note(words, facts, drawing), svg, League.Of(visit, figures, kpi, members).Chart.Table)
        {
            Height = height,
        };
    }

    private async Task<MapMember> Member(Visit visit, RegionFigures figures, KpiFacts facts, SplitAnswer line)
    {
        var noun = await nouns.Read<MunicipalityFacts>($"municipality/{line.Key}", options.Value.NamesAge);
        var interval = noun?.Facts.On(figures.Period.Last) ?? noun?.Facts.Intervals.MaxBy(each => each.From);
        return new(line.Key, League.NameOf(line), visit.State.At(new(PlaceKind.Municipality, line.Key)).Address,
            interval?.Location is { } location ? MapPoint.Of(location) : null,
            line.Periods[0].Value, visit.Words.Value(line.Periods[0], facts.Unit) ?? visit.Words.Values.NoValue);
    }

    private static string Note(Words words, KpiFacts facts, MapDrawing drawing)
    {
        var note = facts.Kind.HasParts() ? words.Regions.MapNoteShade : words.Regions.MapNote;
        var missing = drawing.NotDrawn;
        if (missing.Count == 0) return note;
        var named = string.Join(", ", missing.Take(NamedMax).Select(member => member.Name));
        return missing.Count <= NamedMax
            ? $"{note} {Words.Fill(words.Regions.NotDrawn, named)}"
            : $"{note} {Words.Fill(words.Regions.NotDrawnMore, named, words.Number(missing.Count - NamedMax))}";
    }
}
