namespace KpiGrid.Silo.Pilots;

/// <summary>The reasons a silence may carry instead of a value.</summary>
internal static class SilenceReasons
{
    /// <summary>Nothing more is expected after it.</summary>
    public const string NotOccurring = "not-occurring";

    public static readonly IReadOnlyList<string> All =
        ["nothing-to-report", NotOccurring, "included-elsewhere", "confidential", "not-estimated"];

    public static bool IsKnown(string reason, out Problem? problem)
    {
        problem = All.Contains(reason)
            ? null
            : new("silence", reason, "silence-unknown", $"Send one of: {string.Join(", ", All)}.");
        return problem is null;
    }
}
