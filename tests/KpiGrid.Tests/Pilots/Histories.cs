using CsCheck;

namespace KpiGrid.Tests.Pilots;

/// <summary>Random histories of a pilot: what is refused leaves nothing, what is accepted becomes a record.</summary>
internal static class Histories
{
    private static readonly string[] Kpis =
        ["CDW-DIV", "BANK-IN", "CDW-REC-R", "BANK-STK", "GWP-LC", "STR-STAGE", "ORG-COMP", "FIN-SPD", "EVT-N"];

    private static readonly Gen<Step> Steps =
        from act in Gen.Int[0, 9]
        from kpi in Gen.OneOf(Kpis)
        from id in Gen.Int[1, 6]
        from owner in Gen.Int[-2, 2]
        from form in Gen.Int[0, 9]
        from day in Gen.OneOf(Gen.Int[0, 100], Gen.OneOf(0, 31, 38, 59))
        from length in Gen.OneOf(1, 1, 7, 31)
        from a in Gen.Int[0, 9000]
        from b in Gen.Int[1, 9]
        from flag in Gen.OneOf(Flag.Measured, Flag.Weighed, Flag.Estimated)
        select new Step(act, kpi, id, owner, form, day, length, a, b, flag);

    /// <summary>Pilots of three participants with a history of pushes, revisions and share changes.</summary>
    public static readonly Gen<Step[]> Any = Steps.Array[1, 40];

    /// <summary>Only those of some KPIs.</summary>
    public static Gen<Step[]> Of(params string[] kpis) =>
        Steps.Select(step => step with { Kpi = kpis[(step.A + step.Day) % kpis.Length] }).Array[1, 30];

    public static WrittenPilot Written(Step[] steps)
    {
        var pilot = new WrittenPilot([50, 30, 20]);
        foreach (var step in steps) Take(pilot, step);
        return pilot;
    }

    /// <summary>Does it; answers what was refused of it.</summary>
    public static IReadOnlyList<Refusal> Take(WrittenPilot pilot, Step step)
    {
        var revision = (pilot.State.Measurement(KpiCode.Parse(step.Kpi), step.Sent().Id)?.Revision ?? 0) + 1;
        if (step.Act == 9) return ChangeShares(pilot, step);
        return (step.Act <= 4 || revision == 1 ? pilot.Push(step.Sent())
            : step.Act == 5 ? pilot.Push(step.Sent(), (step with { Id = step.Id + 10, Day = step.Day + 1 }).Sent())
            : step.Act == 6 ? pilot.Correct(step.Sent().Corrected(revision))
            : step.Act == 7 ? pilot.Correct(step.Sent().Withdrawn(revision))
            : pilot.Correct(step.Sent().Restored(revision))).Refusals;
    }

    /// <summary>Other shares from a day on; sometimes one KPI gets shares of its own.</summary>
    private static IReadOnlyList<Refusal> ChangeShares(WrittenPilot pilot, Step step)
    {
        var (before, after) = (new[] { 50, 30, 20 }, new[] { 1 + step.A % 7, step.B, 3 });
        IReadOnlyList<Share> shares =
        [
            .. WrittenPilot.SharesOf(before, 0, step.Day + 1), .. WrittenPilot.SharesOf(after, step.Day + 1, null),
        ];
        if (step.Form > 5)
            shares = [.. shares, .. WrittenPilot.SharesOf([1, step.B, 1], 0, null, KpiCode.Parse(step.Kpi))];
        DeclaredStream declared = new() { Kpi = KpiCode.Parse("BANK-STK"), From = Arithmetic.Day(step.Day) };
        pilot.Put(pilot.State.Facts! with { Shares = shares, Kpis = step.Form % 2 == 0 ? [declared] : [] });
        return [];
    }
}

/// <summary>One thing that somebody does to a pilot.</summary>
internal sealed record Step(
    int Act, string Kpi, int Id, int Owner, int Form, int Day, int Length, int A, int B, Flag Flag)
{
    public Measurement Sent()
    {
        var (first, to) = (Arithmetic.Day(Day), Arithmetic.Day(Day + Length));
        var sent = Pilots.Sent.Bare(Kpi, $"m{Id}", $"{first:yyyy-MM-dd}/{to:yyyy-MM-dd}") with
        {
            Municipality = Owner < 0 ? null : Arithmetic.Places[Owner], Flag = Flag, Provisional = Form == 3,
        };
        return Form == 9 ? sent with { Silence = "nothing-to-report" } : Filled(sent);
    }

    private Measurement Filled(Measurement sent)
    {
        var (a, b) = (new Amount((Int128)A * 333_333_333), Amount.Of((long)B));
        return Kpi switch
        {
            "CDW-REC-R" => sent with { Numerator = a, Denominator = b },
            "GWP-LC" => sent with { Value = a, Weight = b },
            "STR-STAGE" => sent with { Value = Amount.Of(1L + B % 5) },
            "ORG-COMP" when Form > 6 => sent with { Value = b },
            "ORG-COMP" => sent with { Members = [.. Enumerable.Range(B, 1 + A % 3).Select(member => $"c{member}")] },
            "BANK-IN" when Owner != 1 => sent with { Reading = a, Reset = Form > 6 },
            "FIN-SPD" => sent with { Value = a, Unit = Form > 6 ? "EUR" : "DKK" },
            "CDW-DIV" => sent with { Value = a, Class = ClassId.Parse(Form > 6 ? "reused" : "recycled") },
            _ => sent with { Value = a },
        };
    }
}
