namespace KpiGrid.Silo.Pilots;

/// <summary>What an act must satisfy, and how far things stand after it.</summary>
internal static class ApprovalRules
{
    /// <summary>The answer when an act needs no record: a refusal, or the same act again; else null.</summary>
    public static ApprovalAnswer? Answer(ApprovalAct act, Approval now, DateOnly today, PilotOptions options)
    {
        if (act.Check() is { Count: > 0 } problems) return new() { Problems = problems, Status = 422 };
        if (now.Acts.FirstOrDefault(known => known.Act.Id == act.Id) is { } known)
            return known.Act == act
                ? new() { Approval = now, Repeated = true }
                : Refused("id", act.Id, "id-conflict",
                    $"This id holds: {known.Act.Kind.Text()} {known.Act.Day:yyyy-MM-dd}. Use another one for another act.");
        if (now.Acts.Count >= options.ApprovalActsMax)
            return Refused("id", act.Id, "approval-acts-too-many", $"A pilot has at most {options.ApprovalActsMax} acts.");
        return act.Kind switch
        {
            ApprovalKind.Submit => Submit(act.Day, now, today),
            ApprovalKind.Recall => Recall(act.Day, now),
            ApprovalKind.Approve => Approve(act.Day, now),
            _ => Reopen(act.Day, now),
        };
    }

    /// <summary>How far things stand after an act that was let through.</summary>
    public static (DateOnly? Submitted, DateOnly? Approved) After(ApprovalAct act, Approval now) => act.Kind switch
    {
        ApprovalKind.Submit => (act.Day, now.Levels == 1 ? act.Day : now.ApprovedBefore),
        ApprovalKind.Recall => (act.Day, now.ApprovedBefore),
        ApprovalKind.Approve => (now.SubmittedBefore, act.Day),
        _ => (act.Day, act.Day < now.ApprovedBefore ? act.Day : now.ApprovedBefore),
    };

    private static ApprovalAnswer? Submit(DateOnly day, Approval now, DateOnly today) =>
        now.Levels == 0 ? NotAsked("0", "A coordinator first says how many levels the pilot has (approvalLevels, 1 or 2).")
        : day > today ? Refused(day, "day-not-over", $"What is submitted is over: name a day up to {today:yyyy-MM-dd}.", 422)
        : day <= now.SubmittedBefore ? Refused(day, "already-submitted",
            $"Everything before {now.SubmittedBefore:yyyy-MM-dd} is submitted already.")
        : null;

    private static ApprovalAnswer? Recall(DateOnly day, Approval now) =>
        day < now.ApprovedBefore ? Refused(day, "period-approved",
            $"What is before {now.ApprovedBefore:yyyy-MM-dd} is approved: a coordinator re-opens it.")
        : NotSubmitted(day, now);

    private static ApprovalAnswer? Approve(DateOnly day, Approval now) =>
        now.Levels < 2 ? NotAsked($"{now.Levels}", now.Levels == 1
            ? "Here what the lead submits is approved; two levels are a coordinator's to ask for (approvalLevels)."
            : "A coordinator first says how many levels the pilot has (approvalLevels, 1 or 2).")
        : now.SubmittedBefore is not { } submitted || day > submitted ? Refused(day, "not-submitted",
            "Its lead submits it first.")
        : day <= now.ApprovedBefore ? Refused(day, "already-approved",
            $"Everything before {now.ApprovedBefore:yyyy-MM-dd} is approved already.")
        : null;

    private static ApprovalAnswer? Reopen(DateOnly day, Approval now) => NotSubmitted(day, now);

    private static ApprovalAnswer? NotSubmitted(DateOnly day, Approval now) =>
        day < now.SubmittedBefore ? null : Refused(day, "not-submitted", now.SubmittedBefore is { } submitted
            ? $"Only what is before {submitted:yyyy-MM-dd} is submitted." : "Nothing is submitted.");

    private static ApprovalAnswer NotAsked(string levels, string remedy) =>
        Refused("approvalLevels", levels, "approval-not-asked", remedy);

    private static ApprovalAnswer Refused(DateOnly day, string code, string remedy, int status = 409) =>
        Refused("day", $"{day:yyyy-MM-dd}", code, remedy, status);

    private static ApprovalAnswer Refused(string field, string value, string code, string remedy, int status = 409) =>
        new() { Problems = [new(field, value, code, remedy)], Status = status };
}
