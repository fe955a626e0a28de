using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>What a server says of one period, field by field, in the texts of <see cref="Worth"/>.</summary>
internal static class PeriodAnswer
{
    private static readonly string[] Numbers = ["value", "a", "b", "n", "median", "atLeast", "atMost"];

    public static IReadOnlyDictionary<string, string> Read(JsonElement period)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Numbers)
        {
            if (period.Member(name) is { } number) fields[name] = Text(number);
        }
        if (period.Text("unit") is { } unit) fields["unit"] = unit;
        if (period.Member("amounts") is not null) fields["amounts"] = Amounts(period);
        if (period.Member("distribution") is not null)
            fields["distribution"] = string.Join("; ", period.Items("distribution").Select(Score));
        if (period.Member("series") is not null)
            fields["series"] = string.Join("; ", period.Items("series").Select(Series));
        return fields;
    }

    private static string Text(JsonElement number) => Billionths.Text(Billionths.Of(number));

    private static string Amounts(JsonElement from) => string.Join("; ", from.Items("amounts")
        .OrderBy(line => line.Text("unit"), StringComparer.Ordinal)
        .Select(line => $"{line.Text("unit")} {Text(line.GetProperty("value"))} n {line.GetProperty("n").GetInt32()}"));

    private static string Score(JsonElement line) => $"{line.Text("class")}: {Text(line.GetProperty("count"))}";

    private static string Series(JsonElement line)
    {
        string[] names = ["a", "b", "value"];
        var fields = names.Where(name => line.Member(name) is not null)
            .Select(name => $"{name} {Text(line.GetProperty(name))}");
        if (line.Member("amounts") is not null) fields = fields.Append($"amounts {Amounts(line)}");
        var (series, n) = (Text(line.GetProperty("definition")), Text(line.GetProperty("n")));
        return string.Join(' ', [series, .. fields.Order(), $"n {n}"]);
    }
}
