using KpiGrid.Api.Questions;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report;

/// <summary>Reads what stands around the form: the pilot and its streams.</summary>
internal sealed class ReportPageReader(
    KnownNouns nouns, PlaceNames names, ReportSubjects subjects, IOptions<QuestionOptions> options)
{
    /// <summary>The page, without its form; null when there is no such pilot.</summary>
    public async Task<ReportView?> Read(Visit visit, PilotId pilot, KpiStreamId? chosen, bool isCorrection)
    {
        var place = new PlaceRef(PlaceKind.Pilot, pilot.Value);
        if (await nouns.Read<PilotFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }
            || await subjects.Streams(pilot) is not { } told) return null;
        var here = new ViewState { Language = visit.State.Language, Place = place };
        return new()
        {
            Title = isCorrection ? visit.Words.Report.CorrectTitle : visit.Words.Report.Title,
            Pilot = facts.Name,
            PilotAddress = here.Address,
            IsSample = facts.Sample,
            Streams = await Streams(visit, [.. told.Streams.Select(stream => StreamAddress.Read(stream.Stream))], chosen),
            ChooseAction = here.On(PageKind.Report).Address.Split('?')[0],
            PilotsAddress = new ViewState { Language = visit.State.Language, Page = PageKind.ReportPilots }.Address,
            UploadAddress = here.On(PageKind.Upload).Address,
        };
    }

    private async Task<IReadOnlyList<Choice>> Streams(Visit visit, IReadOnlyList<KpiStreamId> streams, KpiStreamId? chosen)
    {
        var participants = await names.Of(streams.Select(stream => stream.Municipality).OfType<MunicipalityId>()
            .Select(id => new PlaceRef(PlaceKind.Municipality, id.Value)));
        var choices = new List<Choice>();
        foreach (var stream in chosen is { } other && !streams.Contains(other) ? [other, .. streams] : streams)
        {
            var facts = (await nouns.Read<KpiFacts>($"kpi/{stream.Kpi}", options.Value.NamesAge))?.Facts ?? new();
            var @class = new EntryText(visit.Words, facts, "").Class(stream, id => participants.GetValueOrDefault(id.Value, id.Value));
            var name = visit.Words.Of(facts.Names) ?? stream.Kpi.Value;
            choices.Add(new(stream.ToString(), @class.Length > 0 ? $"{name}: {@class}" : name, stream == chosen));
        }
        return [.. choices.OrderBy(choice => choice.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
