using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Confirmations;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Confirmations;

/// <summary>Records what a form says, for a municipality, of what was reported on its behalf.</summary>
internal sealed class ConfirmationWriter(ConfirmationDesk desk, Rights rights)
{
    /// <summary>What is wrong with it, in words; empty when it is recorded.</summary>
    public async Task<IReadOnlyList<string>> Write(Visit visit, PlaceRef place, IFormCollection form)
    {
        var words = visit.Words;
        if (!PilotId.TryParse(form["pilot"], out var pilot) || !KpiCode.TryParse(form["kpi"], out var kpi)
            || !MeasurementId.TryParse(form["measurement"], out var measurement)
            || !ConfirmationKinds.TryParse(form["act"], out var kind)
            || !int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !(await rights.At(visit.Caller, new(PlaceKind.Pilot, pilot.Value))).HasFlag(Verbs.Parts))
            return [words.Notices.UnknownTitle];
        var reason = form["reason"].ToString().Trim();
        var answer = await desk.Confirm(visit.Caller, pilot, new()
        {
            Id = form["id"].ToString(), Kind = kind, Municipality = MunicipalityId.Parse(place.Id), Kpi = kpi,
            Measurement = measurement, Revision = revision, Reason = reason.Length > 0 ? reason : null, Author = visit.Caller.Author,
        });
        return [.. answer.Problems.Select(problem => words.Wrong(problem, words.Confirmations.Wrong))];
    }
}
