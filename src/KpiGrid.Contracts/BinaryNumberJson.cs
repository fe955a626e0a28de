using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Refuses binary floating point in any document, on the way in and on the way out.</summary>
internal sealed class BinaryNumberJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(double) || typeToConvert == typeof(float) || typeToConvert == typeof(Half);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeToConvert.Name} is no type for a number here: use Amount or an integer");
}
