using System.Text;
using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>The names of <see cref="MeasurementField"/>, as text and as the bytes that are sent.</summary>
internal static class MeasurementFields
{
    private static readonly string[] Names =
        [.. Enum.GetNames<MeasurementField>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static readonly byte[][] Bytes = [.. Names.Select(Encoding.UTF8.GetBytes)];

    public static string Name(this MeasurementField field) => Names[(int)field];

    /// <summary>Whether it belongs to the statement about a measurement, not to the measurement.</summary>
    public static bool OfCorrection(this MeasurementField field) => field >= MeasurementField.Revision;

    /// <summary>The field that a property name stands for; null when there is none.</summary>
    public static MeasurementField? Find(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Bytes.Length; i++)
        {
            if (name.SequenceEqual(Bytes[i])) return (MeasurementField)i;
        }
        return null;
    }
}
