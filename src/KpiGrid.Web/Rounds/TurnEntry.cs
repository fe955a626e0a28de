using System.Globalization;

namespace KpiGrid.Web.Rounds;

/// <summary>What stands in the form of a turn.</summary>
public sealed record TurnEntry
{
    /// <summary>As many as a page has room for.</summary>
    public const int StepsShown = 3;

    /// <summary>Next steps, by which day and with which instrument, as a form sends them.</summary>
    public IReadOnlyList<(string Text, string By, string Link)> Steps { get; init; } = [];

    /// <summary>Why it changes.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether something was said before, so that a change needs a reason.</summary>
    public bool IsChange { get; init; }

    internal static TurnEntry Of(IEnumerable<NextStep> steps, bool isChange) => new()
    {
        Steps = [.. steps.Select(step => (step.Text, step.By?.ToString("O", CultureInfo.InvariantCulture) ?? "", step.Link ?? "")),
            .. Enumerable.Repeat(("", "", ""), StepsShown)],
        IsChange = isChange,
    };

    /// <summary>What a form says.</summary>
    internal static TurnFacts Facts(IFormCollection form) => new()
    {
        NothingToReport = form["act"] == "nothing",
        Steps = form["act"] == "nothing" ? [] : [.. form["step"].Zip(form["by"], Links(form))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.First))
            .Select(pair => new NextStep
            {
                Text = pair.First!.Trim(),
                By = DateOnly.TryParseExact(pair.Second, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                Link = string.IsNullOrWhiteSpace(pair.Third) ? null : pair.Third.Trim(),
            })],
    };

    /// <summary>A form of before has none.</summary>
    private static IReadOnlyList<string?> Links(IFormCollection form) => [.. form["link"], .. Enumerable.Repeat<string?>(null, StepsShown)];
}
