using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Places;

/// <summary>What is known of a pilot, in lines.</summary>
internal static class PilotFactLines
{
    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<PlaceLink> Values)>> Of(
        Visit visit, PilotFacts facts, PlaceNames names)
    {
        var (words, texts) = (visit.Words, visit.Words.Places);
        var lines = new List<(string, IReadOnlyList<PlaceLink>)> { Text(texts.Start, words.Day(facts.Start)) };
        if (facts.PlannedEnd is { } end) lines.Add(Text(texts.PlannedEnd, words.Day(end)));
        if (facts.ClosedBefore is { } open) lines.Add(Text(texts.ClosedBefore, words.Day(open)));
        if (facts.Lead is { } lead) lines.Add(Text(texts.Lead, lead));
        if (facts.Stages.Count > 0) lines.Add(Text(texts.Stages, [.. facts.Stages.Select(stage => $"{stage.Name}: {words.Day(stage.On)}")]));
        if (facts.Budget.Count > 0) lines.Add(Text(texts.Budget, [.. facts.Budget.Select(budget => Budget(words, budget))]));
        if (facts.Tags.Count > 0) lines.Add(Text(texts.Tags, string.Join(", ", facts.Tags)));
        if (facts.ReplicaOf is { } original) lines.Add((texts.ReplicaOf, [await Original(visit, original, names)]));
        if (facts.Links.Where(IsWeb).ToList() is { Count: > 0 } links)
            lines.Add((texts.Links, [.. links.Select(link => new PlaceLink(link.Title, link.Url, ""))]));
        return lines;
    }

    private static (string, IReadOnlyList<PlaceLink>) Text(string name, params string[] values) =>
        (name, [.. values.Select(value => new PlaceLink(value, "", ""))]);

    private static string Budget(Words words, Budget budget)
    {
        var until = budget.To is { } to ? Words.Fill(words.Calendar.RangeForm, words.Day(budget.From), words.Day(to.AddDays(-1))) : words.Day(budget.From);
        return $"{words.With(words.Number(budget.Amount), budget.Currency)} ({until})";
    }

    private static async Task<PlaceLink> Original(Visit visit, PilotId pilot, PlaceNames names)
    {
        var place = new PlaceRef(PlaceKind.Pilot, pilot.Value);
        return new((await names.Read(place))?.Name ?? pilot.Value, visit.State.At(place).Address, "");
    }

    /// <summary>An address that a browser opens and does not run.</summary>
    private static bool IsWeb(Link link) =>
        Uri.TryCreate(link.Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
