using System.Numerics;

namespace KpiGrid.Silo.Pilots;

/// <summary>What facts say of days that are submitted, approved or closed stands as it is: shares move totals, declared KPI
/// streams move coverage.</summary>
internal static class LockedFacts
{
    /// <summary>What changed facts would move of locked days; a change that opens closed days may move those.</summary>
    public static IEnumerable<Problem> Moved(PilotFacts before, PilotFacts proposed, Approval approval) =>
        OpenFrom(approval, proposed) is not { } open ? []
            : Moved("shares", Shares(before), Shares(proposed), open).Concat(Moved("kpis", Streams(before), Streams(proposed), open));

    /// <summary>The first day that is open, or is opened by changed facts; null when every day is.</summary>
    public static DateOnly? OpenFrom(Approval approval, PilotFacts proposed) => (approval with
    {
        ClosedBefore = proposed.ClosedBefore < approval.ClosedBefore ? proposed.ClosedBefore
            : proposed.ClosedBefore is null ? null : approval.ClosedBefore,
    }).OpenFrom;

    private static IEnumerable<(string What, DayRange Days)> Shares(PilotFacts facts) => facts.Shares.Select(share =>
    {
        var common = Math.Max(1, (int)BigInteger.GreatestCommonDivisor(share.Parts, share.Whole));
        return ($"{share.Municipality} {share.Parts / common}/{share.Whole / common} {share.Kpi}".TrimEnd(),
            DayRange.Between(share.From, share.To));
    });

    private static IEnumerable<(string What, DayRange Days)> Streams(PilotFacts facts) => facts.Kpis.Select(declared =>
        ($"{declared.Kpi} {declared.Class} {declared.Municipality}".TrimEnd(), DayRange.Between(declared.From, declared.To)));

    private static IEnumerable<Problem> Moved(
        string field, IEnumerable<(string, DayRange)> before, IEnumerable<(string, DayRange)> proposed, DateOnly open)
    {
        var (was, would) = (Locked(before, open), Locked(proposed, open));
        return was.Keys.Union(would.Keys).Order(StringComparer.Ordinal)
            .Where(what => !was.GetValueOrDefault(what, []).SequenceEqual(would.GetValueOrDefault(what, [])))
            .Select(what => new Problem(field, what, "days-locked",
                $"It would change on days before {open:yyyy-MM-dd}, which are submitted, approved or closed: let it change from "
                + "then on, or ask a coordinator to re-open them first (POST …/approval, act reopen, or closedBefore)."));
    }

    /// <summary>On which days before the first open one each thing holds; days that adjoin are one run.</summary>
    private static Dictionary<string, List<DayRange>> Locked(IEnumerable<(string What, DayRange Days)> said, DateOnly open)
    {
        var locked = new DayRange(DateOnly.MinValue, open.AddDays(-1));
        var runs = new Dictionary<string, List<DayRange>>(StringComparer.Ordinal);
        foreach (var (what, days) in said.OrderBy(each => each.Days.First))
        {
            if (days.Intersect(locked) is not { } part) continue;
            if (!runs.TryGetValue(what, out var own)) runs.Add(what, own = []);
            if (own is [.., var last] && last.Last.AddDays(1) >= part.First) own[^1] = new(last.First, Later(last.Last, part.Last));
            else own.Add(part);
        }
        return runs;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
