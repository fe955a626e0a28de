using System.Text;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

public sealed class HostileLiteralTests
{
    /// <summary>What stands for a value, and the code it gets.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "1e308", "value-out-of-range" },
        { "-1e308", "value-out-of-range" },
        { "1e999999999999999999999", "value-out-of-range" },
        { "1e15", "value-out-of-range" },
        { "-1e15", "value-out-of-range" },
        { "1000000000000000", "value-out-of-range" },
        { "1000000000000000.0000000001", "value-out-of-range" },
        { new string('9', 400), "value-out-of-range" },
        { "0." + new string('3', 400), "too-many-decimals" },
        { "1e-400", "too-many-decimals" },
        { "1e-10", "too-many-decimals" },
        { "1e-99999", "too-many-decimals" },
        { "0.0000000001", "too-many-decimals" },
        { "4.9406564584124654e-324", "too-many-decimals" },
        { "0.1000000000000000055511151231257827", "too-many-decimals" },
        { "1." + new string('0', 100), "number-too-long" },
        { "\"NaN\"", "not-a-number" },
        { "\"Infinity\"", "not-a-number" },
        { "\"-Infinity\"", "not-a-number" },
        { "\"1,5\"", "not-a-number" },
        { "\"1.234,5\"", "not-a-number" },
        { "\"1 000\"", "not-a-number" },
        { "\" 1\"", "not-a-number" },
        { "\"\"", "not-a-number" },
        { "\".\"", "not-a-number" },
        { "\"-\"", "not-a-number" },
        { "\"1e\"", "not-a-number" },
        { "\"1e+\"", "not-a-number" },
        { "\"--1\"", "not-a-number" },
        { "\"1.2.3\"", "not-a-number" },
        { "\"0x10\"", "not-a-number" },
        { "\"1_000\"", "not-a-number" },
        { "\"١٢\"", "not-a-number" },
        { "\"１２\"", "not-a-number" },
        { "\"\\u0031\"", "not-a-number" },
        { "\"1\\u0000\"", "not-a-number" },
        { "\"" + new string('1', 100_000) + "\"", "value-out-of-range" },
        { "\"" + new string('x', 100_000) + "\"", "not-a-number" },
        { "true", "wrong-type" },
        { "{}", "wrong-type" },
        { "[1]", "wrong-type" },
        { "{\"a\":[{\"b\":1}]}", "wrong-type" },
    };

    /// <summary>A member, and the code it gets.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "\"values\":1", "field-unknown" },
        { "\"Value\":1", "field-unknown" },
        { "\"\":1", "field-unknown" },
        { "\"\\ud800\":1", "field-unknown" },
        { "\"__proto__\":{\"a\":1}", "field-unknown" },
        { "\"revision\":2", "field-unknown" },
        { "\"sequence\":1,\"recordedAt\":\"2026-01-01\"", "field-unknown" },
        { "\"value\":1,\"value\":1", "field-doubled" },
        { "\"note\":null,\"note\":\"x\"", "field-doubled" },
        { "\"note\":\"a\",\"n\\u006fte\":\"b\"", "field-doubled" },
        { "\"id\":\"again\"", "field-doubled" },
        { "\"note\":1", "wrong-type" },
        { "\"note\":[]", "wrong-type" },
        { "\"tags\":\"x\"", "wrong-type" },
        { "\"tags\":{\"a\":1}", "wrong-type" },
        { "\"tags\":[1]", "wrong-type" },
        { "\"tags\":[[[\"x\"]]]", "wrong-type" },
        { "\"tags\":[null]", "wrong-type" },
        { "\"reset\":\"true\"", "wrong-type" },
        { "\"provisional\":1", "wrong-type" },
        { "\"unit\":5", "wrong-type" },
        { "\"class\":true", "wrong-type" },
        { "\"flag\":\"guessed\"", "flag-unknown" },
        { "\"flag\":\"Weighed\"", "flag-unknown" },
        { "\"class\":\"Wood\"", "class-unreadable" },
        { "\"class\":\"wоod\"", "class-unreadable" },
        { "\"class\":\"\"", "class-unreadable" },
        { "\"municipality\":\"657\"", "municipality-unreadable" },
        { "\"municipality\":\"dk-0657\"", "municipality-unreadable" },
        { "\"municipality\":\"../../etc\"", "municipality-unreadable" },
        { "\"note\":\"a\\u0000b\"", "text-hidden-characters" },
        { "\"note\":\"a\\u0007b\"", "text-hidden-characters" },
        { "\"note\":\"a\\rb\"", "text-hidden-characters" },
        { "\"note\":\"\\u202Egnp.exe\"", "text-hidden-characters" },
        { "\"note\":\"\u202Egnp.exe\"", "text-hidden-characters" },
        { "\"note\":\"a\u200Bb\"", "text-hidden-characters" },
        { "\"note\":\"\uFEFFb\"", "text-hidden-characters" },
        { "\"onBehalfOf\":\"a\\nb\"", "text-hidden-characters" },
        { "\"tags\":[\"a\\tb\"]", "text-hidden-characters" },
        { "\"note\":\"\\ud800\"", "text-unreadable" },
        { "\"note\":\"\\udc00\\ud800\"", "text-unreadable" },
        { "\"note\":\"\\ud83d\\ude00\\ud83d\"", "text-unreadable" },
        { "\"note\":\"\\ufffe\"", "text-unreadable" },
        { "\"note\":\"\\ufffd\\ud800\"", "text-unreadable" },
        { "\"members\":[\"a\",\"\\udfff\"]", "text-unreadable" },
        { "\"unit\":\"" + new string('t', 65) + "\"", "text-too-long" },
        { "\"onBehalfOf\":\"" + new string('a', 201) + "\"", "text-too-long" },
        { "\"members\":[\"" + new string('a', 201) + "\"]", "text-too-long" },
        { "\"links\":[\"" + new string('a', 2_001) + "\"]", "text-too-long" },
    };

    /// <summary>A whole body, and the code it gets; those of JSON that cannot be read are 400.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "", "body-empty" },
        { " ", "json-unreadable" },
        { "{", "json-unreadable" },
        { "[", "json-unreadable" },
        { "[{\"id\":\"a\"", "json-unreadable" },
        { "[{\"id\":\"a\"}", "json-unreadable" },
        { "{\"id\":\"a", "json-unreadable" },
        { "{\"value\":NaN}", "json-unreadable" },
        { "{\"value\":Infinity}", "json-unreadable" },
        { "{\"value\":-Infinity}", "json-unreadable" },
        { "{\"value\":+1}", "json-unreadable" },
        { "{\"value\":01}", "json-unreadable" },
        { "{\"value\":.5}", "json-unreadable" },
        { "{\"value\":5.}", "json-unreadable" },
        { "{\"value\":0x10}", "json-unreadable" },
        { "{\"value\":1,5}", "json-unreadable" },
        { "{'id':'a'}", "json-unreadable" },
        { "{\"id\":\"a\",}", "json-unreadable" },
        { "[{}] // end", "json-unreadable" },
        { "{}{}", "json-unreadable" },
        { "{}\n{}", "json-unreadable" },
        { "{\"note\":\"a\nb\"}", "json-unreadable" },
        { "{\"note\":\"a\0b\"}", "json-unreadable" },
        { "{\"note\":\"\\x\"}", "json-unreadable" },
        { "\0", "json-unreadable" },
        { "id;kpi;value", "json-unreadable" },
        { new string('[', 100_000), "json-too-deep" },
        { "{\"a\":" + new string('[', 40) + new string(']', 40) + "}", "json-too-deep" },
        { string.Concat(Enumerable.Repeat("{\"a\":", 1_000)), "json-too-deep" },
        { "[]", "body-without-items" },
        { "null", "body-not-items" },
        { "true", "body-not-items" },
        { "7", "body-not-items" },
        { "\"text\"", "body-not-items" },
        { "[[]]", "item-not-an-object" },
        { "[null]", "item-not-an-object" },
        { "{}", "id-required" },
        { "{\"id\":null,\"kpi\":\"A\",\"period\":\"2026\"}", "id-required" },
        { "{\"id\":\"\",\"kpi\":\"A\",\"period\":\"2026\"}", "id-unreadable" },
        { "{\"id\":\"é\",\"kpi\":\"A\",\"period\":\"2026\"}", "id-unreadable" },
        { "{\"id\":\"a\\u0000\",\"kpi\":\"A\",\"period\":\"2026\"}", "text-hidden-characters" },
        { "{\"id\":7,\"kpi\":\"A\",\"period\":\"2026\"}", "wrong-type" },
        { "{\"id\":\"" + new string('a', 65) + "\",\"kpi\":\"A\",\"period\":\"2026\"}", "text-too-long" },
        { "{\"id\":\"a\",\"period\":\"2026\"}", "kpi-required" },
        { "{\"id\":\"a\",\"kpi\":\"cdw-div\",\"period\":\"2026\"}", "kpi-unreadable" },
        { "{\"id\":\"a\",\"kpi\":\"" + new string('A', 33) + "\",\"period\":\"2026\"}", "kpi-unreadable" },
        { "{\"id\":\"a\",\"kpi\":\"A\"}", "period-required" },
        { "{\"id\":\"a\",\"kpi\":\"A\",\"period\":2026}", "wrong-type" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_is_none_gets_its_code(string literal, string code) =>
        Assert.Equal(("value", code), Only($$"""{"id":"m","kpi":"A","period":"2026","value":{{literal}}}"""));

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_that_is_wrong_gets_its_code(string member, string code) =>
        Assert.Equal(code, Only($$"""{"id":"m","kpi":"A","period":"2026",{{member}}}""").Code);

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_that_is_wrong_gets_its_code(string body, string code) => Assert.Equal(code, Only(body).Code);

    [Theory]
    [InlineData("6E004F00")]
    [InlineData("7B22C0AF223A317D")]
    [InlineData("7B226E6F7465223A22EDA080227D")]
    [InlineData("7B226E6F7465223A22F8888080227D")]
    [InlineData("FFFE7B007D00")]
    public void Bytes_that_are_no_UTF_8_are_refused_or_break(string hex)
    {
        var error = new MeasurementReader(new ApiOptions()).Measurements(Convert.FromHexString(hex)).Unreadable;
        Assert.True(error?.Code is "json-not-utf8" or "json-unreadable", error?.Code);
    }

    [Fact]
    public void A_good_body_cut_at_any_byte_never_throws()
    {
        var body = Encoding.UTF8.GetBytes("""
            [{"id":"m","kpi":"A","period":"2026","value":-1.5e3,"note":"\ud83d\ude00 é","members":["a"],"tags":null}]
            """);
        for (var end = 0; end < body.Length; end++)
        {
            Assert.NotNull(new MeasurementReader(new ApiOptions()).Measurements(body.AsSpan(0, end)).Unreadable);
        }
        Assert.Single(new MeasurementReader(new ApiOptions()).Measurements(body).Items);
    }

    private static (string Field, string Code) Only(string body)
    {
        var reading = new MeasurementReader(new ApiOptions()).Measurements(Encoding.UTF8.GetBytes(body));
        Assert.Empty(reading.Items);
        if (reading.Unreadable is { } error) return (error.Field, error.Code);
        return (reading.Refusals[0].Problem.Field, reading.Refusals[0].Problem.Code);
    }
}
