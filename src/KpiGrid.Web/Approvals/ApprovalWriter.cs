using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Approvals;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Approvals;

/// <summary>Records what a form says about the periods of a pilot.</summary>
internal sealed class ApprovalWriter(ApprovalDesk desk, Rights rights)
{
    /// <summary>What is wrong with it, in words; empty when it is recorded.</summary>
    public async Task<IReadOnlyList<string>> Write(Visit visit, PlaceRef place, IFormCollection form)
    {
        var words = visit.Words;
        if (!ApprovalKinds.TryParse(form["act"], out var kind)) return [words.Notices.UnknownTitle];
        if (!(await rights.At(visit.Caller, place)).HasFlag(ApprovalDesk.Verb(kind))) return [words.Notices.NotAllowedTitle];
        if (!DateOnly.TryParseExact(form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return [words.Approval.DayWrong];
        var reason = form["reason"].ToString().Trim();
        var answer = await desk.Decide(PilotId.Parse(place.Id), new()
        {
            Id = form["id"].ToString(), Kind = kind, Day = day, Reason = reason.Length > 0 ? reason : null,
            Author = visit.Caller.Author,
        });
        return [.. answer.Problems.Select(problem => words.Wrong(problem, words.Approval.Wrong))];
    }
}
