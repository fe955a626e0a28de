using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>How documents are read and written as JSON, everywhere.</summary>
/// <remarks>
/// Amounts are JSON numbers with all their decimals, read from numbers or decimal strings without passing through
/// binary floating point; a member of type <see cref="double"/> or <see cref="float"/> is refused outright. Unknown
/// and repeated members are refused. Nulls are written.
/// </remarks>
public static class KpiGridJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 32,
        };
        options.Converters.Add(new AmountJson());
        options.Converters.Add(new BinaryNumberJson());
        AddIds(options.Converters);
        AddTexts(options.Converters);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static void AddIds(IList<JsonConverter> converters)
    {
        converters.Add(new TextJson<PilotId>(PilotId.TryParse, "a pilot id: [a-z0-9-]{1,64}"));
        converters.Add(new TextJson<RegionId>(RegionId.TryParse, "a region id: [a-z0-9-]{1,64}"));
        converters.Add(new TextJson<KpiCode>(KpiCode.TryParse, "a KPI code: [A-Z0-9-]{1,32}"));
        converters.Add(new TextJson<ClassId>(ClassId.TryParse, "a class id: [a-z0-9-]{1,48}"));
        converters.Add(new TextJson<MunicipalityId>(MunicipalityId.TryParse, "a municipality id such as DK-0657"));
        converters.Add(new TextJson<MeasurementId>(MeasurementId.TryParse, "1 to 64 printable ASCII characters"));
        converters.Add(new TextJson<Period>(Period.TryParse, "a period such as 2026-03-31, 2026-W14 or 2026-Q1"));
    }

    private static void AddTexts(IList<JsonConverter> converters)
    {
        converters.Add(OneOf(KpiKinds.Texts));
        converters.Add(OneOf(QuantityKinds.Texts));
        converters.Add(OneOf(Flags.Texts));
        converters.Add(OneOf(PeriodSizes.Texts));
        converters.Add(OneOf(Directions.Texts));
        converters.Add(OneOf(Frequencies.Texts));
        converters.Add(OneOf(RegionKinds.Texts));
        converters.Add(OneOf(PilotKinds.Texts));
        converters.Add(OneOf(NormaliserKinds.Texts));
        converters.Add(OneOf(SuccessorKinds.Texts));
        converters.Add(OneOf(InstrumentKinds.Texts));
        converters.Add(OneOf(Roles.Texts));
        converters.Add(OneOf(KeyUses.Texts));
        converters.Add(OneOf(TrendStatuses.Texts));
        converters.Add(OneOf(ApprovalKinds.Texts));
        converters.Add(OneOf(PeriodStatuses.Texts));
        converters.Add(OneOf(ConfirmationKinds.Texts));
        converters.Add(OneOf(ConfirmationStatuses.Texts));
    }

    private static TextJson<T> OneOf<T>(EnumText<T> texts)
        where T : struct, Enum => new(texts.TryParse, $"one of: {texts.All}", texts.Of);
}
