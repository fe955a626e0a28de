using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Approvals;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Approvals;

/// <summary>Reads which periods of a pilot may still change.</summary>
internal sealed class ApprovalReader(ApprovalDesk desk, Rights rights)
{
    private const int QuartersShown = 6;
    private const int ActsShown = 5;

    public async Task<ApprovalView?> Read(Visit visit, PlaceRef place, DateOnly today)
    {
        if (await desk.Read(PilotId.Parse(place.Id)) is not { } approval) return null;
        var words = visit.Words;
        var running = Period.Of(today, PeriodSize.Quarter);
        return new()
        {
            Levels = words.Approval.Levels[approval.Levels],
            Periods = [.. Period.Between(running.First.AddMonths(-3 * (QuartersShown - 1)), today.AddDays(1), PeriodSize.Quarter)
                .Reverse().Select(period => new StatusRow(words.Of(period), words.Approval.Statuses[approval.Of(period.Range).Text()]))],
            Acts = [.. approval.Acts.Reverse().Take(ActsShown).Select(entry => Line(words, entry))],
            Buttons = Buttons(words, approval, await rights.At(visit.Caller, place)),
            Action = visit.State.Address,
            Day = running.First.ToString("O", CultureInfo.InvariantCulture),
            Id = $"page-{Guid.NewGuid():n}",
        };
    }

    private static string Line(Words words, ApprovalEntry entry)
    {
        var line = Words.Fill(words.Approval.Told[entry.Act.Kind.Text()], words.Day(entry.Act.Day));
        return entry.Act.Reason is { } reason ? $"{line}: {reason}" : line;
    }

    private static IReadOnlyList<(string, string)> Buttons(Words words, Approval approval, Verbs allowed) =>
    [
        .. Enum.GetValues<ApprovalKind>().Where(kind => IsOpen(kind, approval) && allowed.HasFlag(ApprovalDesk.Verb(kind)))
            .Select(kind => (kind.Text(), words.Approval.Buttons[kind.Text()])),
    ];

    /// <summary>Whether there is anything that such an act could move.</summary>
    private static bool IsOpen(ApprovalKind kind, Approval approval) => kind switch
    {
        ApprovalKind.Submit => approval.Levels > 0,
        ApprovalKind.Recall => approval.SubmittedBefore is { } submitted && !(submitted <= approval.ApprovedBefore),
        ApprovalKind.Approve => approval is { Levels: 2, SubmittedBefore: { } submitted } && !(submitted <= approval.ApprovedBefore),
        _ => approval.SubmittedBefore is not null,
    };
}
