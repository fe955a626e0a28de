using KpiGrid.Api.Fields;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Fields;

/// <summary>Reads a region's page by field.</summary>
internal sealed class FieldsPageReader(FieldsReader reader, KnownNouns nouns, LocalDays days, IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such region.</summary>
    public async Task<FieldsView?> Read(Visit visit, PlaceRef place)
    {
        if (await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }) return null;
        var today = await days.Today(facts.Members.Select(member => member.Municipality));
        var period = visit.State.Period ?? Period.Of(today, PeriodSize.Year);
        if (await reader.Read(place, period.Range, visit.Caller, new()) is not { } answer) return null;
        var kpis = await Definitions(answer);
        var words = visit.Words;
        return new()
        {
            Name = facts.Name, Address = visit.State.On(PageKind.Overview).Address, IsSample = facts.Sample, Period = period, Today = today,
            Fields = [.. answer.Fields.Select(field => Section(visit, field, kpis))],
            Shared = [.. answer.Shared.Select(each => new SharedRow(
                each.Name, visit.State.At(new(PlaceKind.Pilot, each.Pilot)).Address, Name(words, kpis, each.Kpi),
                string.Join(", ", each.Fields.Select(field => words.Fields.Names[field]))))],
            Notes = [.. Notes(words, answer)],
        };
    }

    private static FieldSection Section(Visit visit, FieldAnswer field, IReadOnlyDictionary<string, KpiFacts> kpis)
    {
        var (words, texts) = (visit.Words, visit.Words.Fields);
        var tempo = field.Pilots == 0 ? texts.Nothing : $"{words.Of(texts.Pilots, field.Pilots)}, "
            + (field.LastReported is { } day ? Words.Fill(texts.LastReported, words.Day(day)) : texts.NeverReported)
            + (field.Late > 0 ? $", {Words.Fill(texts.Late, words.Number(field.Late))}" : "");
        return new(field.Field, texts.Names[field.Field], tempo, [.. field.Kpis.Select(kpi => new FieldRow(
            Name(words, kpis, kpi.Kpi), (visit.State with { Kpi = KpiCode.Parse(kpi.Kpi) }).On(PageKind.Overview).Address + "#chosen",
            words.Value(kpi.Total, kpi.Unit) ?? "–", words.Places.Frequencies[kpi.Frequency.Text()],
            kpi.LastReported is { } last ? words.Day(last) : words.Places.Never, kpi.Late > 0 ? words.Number(kpi.Late) : ""))]);
    }

    private static IEnumerable<string> Notes(Words words, FieldsAnswer answer)
    {
        if (answer.Untagged > 0) yield return Words.Fill(words.Fields.Untagged, words.Number(answer.Untagged));
        if (answer.Hidden is { } hidden) yield return Words.Fill(words.Frame.Hidden, words.Number(hidden.Parts));
    }

    private static string Name(Words words, IReadOnlyDictionary<string, KpiFacts> kpis, string code) =>
        kpis.TryGetValue(code, out var facts) ? words.Of(facts.Names) ?? code : code;

    private async Task<IReadOnlyDictionary<string, KpiFacts>> Definitions(FieldsAnswer answer)
    {
        var found = new Dictionary<string, KpiFacts>(StringComparer.Ordinal);
        foreach (var code in answer.Fields.SelectMany(field => field.Kpis).Select(kpi => kpi.Kpi).Distinct())
            if (await nouns.Read<KpiFacts>($"kpi/{code}", options.Value.NamesAge) is { Facts: var facts }) found[code] = facts;
        return found;
    }
}
