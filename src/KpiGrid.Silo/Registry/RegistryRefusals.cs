using System.Globalization;

namespace KpiGrid.Silo.Registry;

/// <summary>The refusals that every noun's writer gives alike.</summary>
internal static class RegistryRefusals
{
    public static RegistryAnswer NotTheHead(long expected, long head) => new()
    {
        Status = 412,
        Problems =
        [
            new("If-Match", expected.ToString(CultureInfo.InvariantCulture), "not-the-head",
                $"It stands at {head} now: read it again and put your change on that."),
        ],
    };

    public static RegistryAnswer NoReason() => new()
    {
        Status = 422,
        Problems = [new("reason", null, "reason-required", "Say why it changes.")],
    };
}
