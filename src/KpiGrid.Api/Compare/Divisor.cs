namespace KpiGrid.Api.Compare;

/// <summary>What values are divided by before they are compared.</summary>
internal enum Divisor
{
    Absolute = 0,
    Inhabitant,
    Budget,
    M2,
    Fte,
}

/// <summary>The words and the sizes of divisors.</summary>
internal static class Divisors
{
    public static string Text(this Divisor divisor) => divisor.ToString().ToLowerInvariant();

    public static string All => string.Join(", ", Enum.GetValues<Divisor>().Select(Text));

    public static Divisor? Of(string text) =>
        Enum.GetValues<Divisor>().Cast<Divisor?>().FirstOrDefault(divisor => divisor!.Value.Text() == text);

    /// <summary>Per how many of it a value is told, so that it keeps its digits at 1e-9.</summary>
    public static int Units(this Divisor divisor) => divisor switch
    {
        Divisor.Inhabitant or Divisor.M2 => 1_000,
        Divisor.Budget => 1_000_000,
        _ => 1,
    };
}
