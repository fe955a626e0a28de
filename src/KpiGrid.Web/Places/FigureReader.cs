using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Rounds;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Places;

/// <summary>Reads what a municipality or pilot has of every KPI in a period and on the way to it.</summary>
internal sealed class FigureReader(
    IGrainFactory grains, TotalsReader totals, TargetsReader targets, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    /// <summary>A tile for each KPI of which there is anything.</summary>
    public async Task<IReadOnlyList<TileView>> Tiles(Visit visit, PlaceRef place, Period period)
    {
        var window = Window.Of(period, visit.State.By);
        var kpis = await grains.GetGrain<IRegistryListGrain>(0).List("kpi", null, limits.Value.PageSizeMax);
        var tiles = await FanOut.All(kpis.Items, options.Value.CallsAtOnce, item => Tile(visit, place, item, period, window));
        var wanted = await targets.Marks(visit, place, period);
        return [.. tiles.OfType<TileView>().Select(tile => tile with { Target = wanted.GetValueOrDefault(tile.Code) })];
    }

    private async Task<TileView?> Tile(
        Visit visit, PlaceRef place, RegistryItem item, Period period, Window window)
    {
        if (!KpiCode.TryParse(item.Id, out var code)) return null;
        var course = AskedPeriod.Between(window.Days.First, window.Days.Last.AddDays(1), window.By).ToList();
        var question = new TotalsQuestion
        {
            Kpi = code, Days = new(window.Days.First, period.Last), Periods = [new(period, period.Range), .. course],
            Caller = visit.Caller,
        };
        if (await totals.Answer([place], question, new()) is not { } answer || !answer.Periods.Any(HasAnything)) return null;
        var facts = JsonSerializer.Deserialize<KpiFacts>(item.Entry.Facts, KpiGridJson.Options)!;
        return TileView.Of(visit.Words, visit.State, item.Id, facts, new(answer.Periods[0], [.. answer.Periods.Skip(1)]), false);
    }

    private static bool HasAnything(PeriodAnswer answer) =>
        answer.N > 0 || answer.Value is not null || answer.AtLeast is not null || answer.Coverage is { Expected: > 0 };
}
