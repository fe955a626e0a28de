namespace KpiGrid;

/// <summary>What a municipality must satisfy.</summary>
internal static class MunicipalityCheck
{
    private const int IntervalsMax = 100;
    private const int PopulationMax = 1_000;

    public static IReadOnlyList<Problem> Of(MunicipalityFacts facts)
    {
        var problems = new Problems();
        problems.Require(facts.Country.Length == 2 && facts.Country.All(char.IsAsciiLetterUpper), "country",
            facts.Country, "country-unreadable", "Give two capital letters, such as DK.");
        problems.Require(Zones.Exists(facts.TimeZone), "timeZone", facts.TimeZone, "zone-unknown",
            "Name an IANA time zone, such as Europe/Copenhagen.");
        Intervals(facts, problems);
        Population(facts, problems);
        NormaliserCheck.Into(problems, facts.Normalisers);
        return problems.Found;
    }

    private static void Intervals(MunicipalityFacts facts, Problems problems)
    {
        problems.Require(facts.Intervals.Count > 0, "intervals", null, "interval-required",
            "Give at least one interval.");
        problems.Count(facts.Intervals.Count, IntervalsMax, "intervals");
        var whole = new List<(int, string, DayRange)>();
        foreach (var (index, interval) in facts.Intervals.Index())
        {
            var field = $"intervals[{index}]";
            problems.Name($"{field}.name", interval.Name);
            Nuts3($"{field}.nuts3", interval.Nuts3, problems);
            Location($"{field}.location", interval.Location, problems);
            Successors(field, interval, problems);
            if (!problems.Days(field, interval.From, interval.To)) continue;
            whole.Add((index, facts.Country, DayRange.Between(interval.From, interval.To)));
        }
        problems.Apart("intervals", whole);
    }

    private static void Nuts3(string field, string? code, Problems problems) =>
        problems.Require(code is null || (code.Length == 5 && IdText.IsCode(code, 5) && !code.Contains('-')), field,
            code, "nuts3-unreadable", "Give a code of five capital letters and digits, such as DK042, or null.");

    private static void Location(string field, Location? location, Problems problems)
    {
        if (location is null) return;
        problems.Require(IsWithin(location.Lat, 90), $"{field}.lat", location.Lat, "location-out-of-range",
            "Latitude runs from -90 to 90 degrees.");
        problems.Require(IsWithin(location.Lon, 180), $"{field}.lon", location.Lon, "location-out-of-range",
            "Longitude runs from -180 to 180 degrees.");
    }

    private static bool IsWithin(Amount degrees, int limit) =>
        Amount.Of(-limit) <= degrees && degrees <= Amount.Of(limit);

    private static void Successors(string field, MunicipalityInterval interval, Problems problems)
    {
        problems.Count(interval.Successors.Count, IntervalsMax, $"{field}.successors");
        problems.Require(interval.Successors.Count == 0 || interval.To is not null, $"{field}.successors", null,
            "successor-without-end", "Only an interval that ends has successors.");
        problems.Require(interval.Successors.DistinctBy(next => next.Code).Count() == interval.Successors.Count,
            $"{field}.successors", null, "successor-twice", "Name each successor once.");
        foreach (var (index, next) in interval.Successors.Index())
        {
            var at = $"{field}.successors[{index}]";
            problems.Require(next.Code != default, $"{at}.code", null, "municipality-required",
                "Give a municipality id.");
            problems.Require(Enum.IsDefined(next.Kind), $"{at}.kind", null, "kind-unknown",
                $"One of: {SuccessorKinds.Texts.All}.");
        }
    }

    private static void Population(MunicipalityFacts facts, Problems problems)
    {
        problems.Count(facts.Population.Count, PopulationMax, "population");
        foreach (var (index, entry) in facts.Population.Index())
        {
            problems.Day($"population[{index}].from", entry.From);
            problems.Require(entry.Value is >= 0 and <= 100_000_000, $"population[{index}].value", entry.Value,
                "population-out-of-range", "Give a number from 0 to 100,000,000.");
            problems.Text($"population[{index}].source", entry.Source, PlainText.NameMax);
        }
        problems.Require(facts.Population.DistinctBy(entry => entry.From).Count() == facts.Population.Count,
            "population", null, "date-twice", "Give one number for each date.");
    }
}
