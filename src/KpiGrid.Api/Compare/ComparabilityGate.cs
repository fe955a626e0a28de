using KpiGrid.Api.Rates;

namespace KpiGrid.Api.Compare;

/// <summary>Lets lines be ranked only where they tell of the same thing (domain.md, h.12): definition, method, period,
/// coverage, boundary, reading and money must agree. Otherwise they stand side by side, with the reasons.</summary>
internal static class ComparabilityGate
{
    private static readonly Amount half = Amount.One.Times(1, 2);

    public static GateAnswer Of(IReadOnlyList<ComparedLine> lines, Direction direction, bool isDivided)
    {
        var valued = lines.Where(line => line.Whole.Absolute is not null).ToList();
        var reasons = new List<GateReason>();
        if (direction == Direction.None) Add("direction", "Neither more nor less of this KPI is better.", []);
        if (valued.Count < 2) Add("values", "Fewer than two lines have a value to compare.", []);
        if (lines.All(line => line.Days is null)) Add("period", "No period that all lines share has ended yet.", []);
        else About("period", "It was not running for all of the days compared.", lines.Where(IsCut));
        if (valued.SelectMany(line => line.Series).Distinct().Count() > 1)
            Add("definition", "Values were reported under definitions that do not add up.", valued.Where(line => line.Series.Count > 0));
        var modelled = valued.Where(line => line.Whole.Estimated >= half).ToList();
        if (modelled.Count > 0 && modelled.Count < valued.Count)
            Add("method", "Half or more of the amount is estimated, modelled or declared; of others it is measured.", modelled);
        About("coverage", "Not everything expected has been reported.", lines.Where(line =>
            line.Whole.Coverage is { } coverage && coverage.Reported < coverage.Expected));
        About("boundary", "Its territory or its members changed on the days compared.",
            lines.Where(line => line.Days is { } days && line.Candidate.Changes(days)));
        if (valued.Select(line => line.Reading).Distinct().Count() > 1)
            Add("reading", "Their classes are read in different ways: name one reading for all.", valued);
        if (valued.SelectMany(line => line.Currencies).Distinct().Count() > 1)
            Add("currency", "Money in several currencies is compared only by a named rate series.", valued);
        About("rate", "The rate series has no rate for these days and currencies.",
            valued.Where(line => line.Whole.Marks.Contains(Conversion.NotConverted)));
        if (isDivided)
            About("divisor", "What to divide by is not in the registry for that day.",
                valued.Where(line => line.Whole.Marks.Contains(Mark.NoDenominator)));
        return new(reasons.Count == 0, reasons);

        void Add(string code, string text, IEnumerable<ComparedLine> about) =>
            reasons.Add(new(code, text, [.. about.Select(line => line.Key)]));

        void About(string code, string text, IEnumerable<ComparedLine> about)
        {
            var concerned = about.ToList();
            if (concerned.Count > 0) Add(code, text, concerned);
        }
    }

    private static bool IsCut(ComparedLine line) => line.Days is { } days && line.Candidate.Pilot is { } pilot
        && (pilot.Start > days.First || pilot.PlannedEnd <= days.Last);
}
