using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid;

/// <summary>That a KPI stream was late, as its pilot's journal keeps it.</summary>
/// <remarks>It is never taken away: once the report is in, it says when it came.</remarks>
[GenerateSerializer, Immutable, Alias("LateMark")]
public sealed record LateMark
{
    private const int IdBytes = 16;

    /// <summary>The KPI stream.</summary>
    [Id(0)] public required KpiStreamId Stream { get; init; }

    /// <summary>The first period that was missing.</summary>
    [Id(1)] public required Period Period { get; init; }

    /// <summary>The day by which it was due; it is late since the day after.</summary>
    [Id(2)] public required DateOnly Due { get; init; }

    /// <summary>The municipalities it was late for, by id.</summary>
    [Id(3)] public required IReadOnlyList<MunicipalityId> Municipalities { get; init; }

    /// <summary>When it was recorded; UTC.</summary>
    [Id(4)] public required DateTimeOffset MarkedAt { get; init; }

    /// <summary>When the report, or a reason for silence, was recorded; null while the period is missing.</summary>
    [Id(5)] public DateTimeOffset? Came { get; init; }

    /// <summary>When it was recorded that the webhook's receiver took it; null when it has not, or there is none.</summary>
    [Id(6)] public DateTimeOffset? ToldAt { get; init; }

    /// <summary><c>late_</c> and 32 hexadecimal digits of a hash over stream, period and due date.</summary>
    /// <remarks>The same lateness has the same id however often it is found.</remarks>
    public string Id => "late_" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{Stream}\n{Period}\n{Due:yyyy-MM-dd}"))).AsSpan(0, IdBytes));

    /// <summary>The mark of a late stream.</summary>
    /// <param name="late">What is late.</param>
    /// <param name="at">When it is recorded.</param>
    public static LateMark Of(LateDuty late, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(late);
        return new()
        {
            Stream = late.Stream, Period = late.Periods[0], Due = late.Due, Municipalities = late.Municipalities, MarkedAt = at,
        };
    }
}
