using System.Globalization;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Keys of rows and blobs: names percent-encoded, since keys may not hold slashes and the like.</summary>
internal static class AzureKey
{
    /// <summary>The row of a stream that decides every append.</summary>
    public const string Head = "head";

    /// <summary>The row, in an actor's stream, of who the actor is.</summary>
    public const string Person = "person";

    /// <summary>What a stream's records begin with, and nothing else in its partition.</summary>
    public const string Records = "r";

    public static string Of(string name) => Uri.EscapeDataString(name);

    public static string Name(string key) => Uri.UnescapeDataString(key);

    public static string Record(long sequence) => Records + Number(sequence);

    /// <summary>A number as text, in its order.</summary>
    public static string Number(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The first key behind all that begin with a text.</summary>
    public static string Behind(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
