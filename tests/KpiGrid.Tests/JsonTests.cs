using System.Buffers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests;

public sealed class JsonTests
{
    private static readonly JsonSerializerOptions Options = KpiGridJson.Options;

    [Theory]
    [InlineData("0", "0")]
    [InlineData("160.0", "160")]
    [InlineData("999999999999999.999999999", "999999999999999.999999999")]
    [InlineData("-999999999999999.999999999", "-999999999999999.999999999")]
    [InlineData("0.1", "0.1")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1.25e2", "125")]
    [InlineData("\"1.25\"", "1.25")]
    [InlineData("\"999999999999999.999999999\"", "999999999999999.999999999")]
    public void An_amount_keeps_all_its_digits(string json, string written)
    {
        var amount = JsonSerializer.Deserialize<Amount>(json, Options);
        Assert.Equal(written, JsonSerializer.Serialize(amount, Options));
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("\"1e308\"")]
    [InlineData("0.0000000001")]
    [InlineData("\"1,5\"")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"١\"")]
    [InlineData("\"\\u0031\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("0.00000000000000000000000000000000000000000000000000000000000001")]
    public void What_is_no_exact_amount_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Amount>(json, Options));

    [Fact]
    public void An_amount_split_over_two_buffers_is_read_whole()
    {
        var bytes = Encoding.UTF8.GetBytes("[123456.789]");
        var first = new Buffer(bytes.AsMemory(0, 5));
        var sequence = new ReadOnlySequence<byte>(first, 0, first.Then(bytes.AsMemory(5)), bytes.Length - 5);
        var reader = new Utf8JsonReader(sequence);
        Assert.Equal(Amount.Parse("123456.789"), JsonSerializer.Deserialize<Amount[]>(ref reader, Options)![0]);
    }

    [Fact]
    public void Ids_are_strings_as_values_and_as_keys()
    {
        const string json = """{"DK-0615":["stop-byggespild"]}""";
        var read = JsonSerializer.Deserialize<Dictionary<MunicipalityId, PilotId[]>>(json, Options)!;
        Assert.Equal("stop-byggespild", read[MunicipalityId.Parse("DK-0615")][0].Value);
        Assert.Equal(json, JsonSerializer.Serialize(read, Options));
        var days = new Dictionary<KpiCode, Dictionary<ClassId, RegionId>>
        {
            [KpiCode.Parse("CDW-DIV")] = new() { [ClassId.Parse("reused")] = RegionId.Parse("ncc") },
        };
        Assert.Equal("""{"CDW-DIV":{"reused":"ncc"}}""", JsonSerializer.Serialize(days, Options));
        Assert.Equal("\"wb-17\"", JsonSerializer.Serialize(MeasurementId.Parse("wb-17"), Options));
    }

    [Theory]
    [InlineData("\"DK 0615\"")]
    [InlineData("615")]
    [InlineData("null")]
    public void What_is_no_id_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MunicipalityId>(json, Options));

    [Fact]
    public void Text_forms_are_those_of_the_API()
    {
        Assert.Equal("\"event-count\"", JsonSerializer.Serialize(KpiKind.EventCount, Options));
        Assert.Equal("\"weighed\"", JsonSerializer.Serialize(Flag.Weighed, Options));
        Assert.Equal("\"quarter\"", JsonSerializer.Serialize(PeriodSize.Quarter, Options));
        Assert.Equal("\"CO2e mass\"", JsonSerializer.Serialize(QuantityKind.Co2eMass, Options));
        Assert.Equal("\"2026-Q4\"", JsonSerializer.Serialize(Period.Parse("2026-Q4"), Options));
        Assert.Equal("\"2026-11-03\"", JsonSerializer.Serialize(new DateOnly(2026, 11, 3), Options));
        Assert.Equal(KpiKind.Level, JsonSerializer.Deserialize<KpiKind>("\"level\"", Options));
    }

    [Theory]
    [InlineData("\"Level\"")]
    [InlineData("\"mean\"")]
    [InlineData("5")]
    [InlineData("null")]
    public void An_unknown_kind_is_refused_and_the_known_ones_are_named(string json) => Assert.Contains("event-count",
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KpiKind>(json, Options)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"2026-11-3\"")]
    [InlineData("\"2026-02-29\"")]
    [InlineData("\"03-11-2026\"")]
    [InlineData("\"2026-11-03T00:00:00\"")]
    [InlineData("20261103")]
    public void A_date_has_one_form(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateOnly>(json, Options));

    [Theory]
    [InlineData("""{"name":"NCC","kind":"network","parent":"dk"}""")]
    [InlineData("""{"name":"NCC","name":"Other","kind":"network"}""")]
    [InlineData("""{"Name":"NCC","kind":"network"}""")]
    [InlineData("""{"name":null,"kind":"network"}""")]
    [InlineData("""{"name":"NCC","kind":"network","members":null}""")]
    [InlineData("""{"name":"NCC","kind":"network",}""")]
    [InlineData("""{"name":"NCC"/* */,"kind":"network"}""")]
    public void Members_are_known_named_once_and_of_their_type(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RegionFacts>(json, Options));

    [Fact]
    public void Nulls_are_written_and_letters_stay_letters()
    {
        var facts = new RegionFacts
        {
            Name = "Nyttiggørelse & 't Gooi",
            Kind = RegionKind.Body,
            Members = [new() { Municipality = MunicipalityId.Parse("DK-0615"), From = new(2026, 1, 1) }],
        };
        Assert.Equal(
            """{"name":"Nyttiggørelse & 't Gooi","kind":"body","members":"""
            + """[{"municipality":"DK-0615","from":"2026-01-01","to":null}],"sample":false}""",
            JsonSerializer.Serialize(facts, Options));
    }

    [Fact]
    public void Nesting_has_a_limit() => Assert.ThrowsAny<JsonException>(() =>
        JsonSerializer.Deserialize<JsonElement>(new string('[', 33) + new string(']', 33), Options));

    [Fact]
    public void Binary_floating_point_is_no_part_of_any_document()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(0.1, Options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<float[]>("[1]", Options));
    }

    private sealed class Buffer : ReadOnlySequenceSegment<byte>
    {
        public Buffer(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Buffer Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Buffer(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
