using System.Security.Cryptography;
using System.Text;
using KpiGrid.Api.Exchange;

namespace KpiGrid.Web.Report.Files;

/// <summary>
/// Ids made of what measurements say: the same row is the same measurement, in whatever form, order or language its file comes,
/// and of rows that say the same the first is always the first.
/// </summary>
internal sealed class ContentIds
{
    private const string Prefix = "file";
    private const int ImportCharacters = 24;

    private readonly RowIds ids = new(Prefix);

    public MeasurementId Of(Measurement measurement)
    {
        foreach (var part in Parts(measurement)) ids.Add(part);
        return MeasurementId.Parse(ids.Next());
    }

    /// <summary>The id of a file for a pilot, made of those of its measurements.</summary>
    public static string Import(PilotId pilot, IEnumerable<Measurement> measurements)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(pilot.Value));
        foreach (var measurement in measurements) hash.AppendData(Encoding.UTF8.GetBytes($"\n{measurement.Kpi} {measurement.Id}"));
        return $"{Prefix}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..ImportCharacters]}";
    }

    private static IEnumerable<string?> Parts(Measurement measurement) =>
    [
        measurement.Kpi.Value, measurement.Class?.Value, measurement.Municipality?.Value,
        Period.TryParse(measurement.Period, out var period) ? period.ToString() : measurement.Period,
        measurement.Value?.ToString(), measurement.Unit, measurement.Numerator?.ToString(), measurement.Denominator?.ToString(),
        measurement.Weight?.ToString(), measurement.Reading?.ToString(), measurement.Reset ? "reset" : null,
        string.Join('\n', measurement.Members ?? []), measurement.Flag?.Text(), measurement.Provisional ? "provisional" : null,
        measurement.Note, string.Join('\n', measurement.Evidence), measurement.OnBehalfOf, string.Join('\n', measurement.Tags),
        string.Join('\n', measurement.Links), measurement.Silence,
    ];
}
