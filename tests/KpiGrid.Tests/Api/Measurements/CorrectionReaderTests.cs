using System.Text;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

public sealed class CorrectionReaderTests
{
    private const string Head = "\"id\":\"m\",\"kpi\":\"A\",\"revision\":2,\"reason\":\"typed wrong\"";

    [Fact]
    public void A_correction_carries_the_new_content()
    {
        var item = Assert.Single(Read($"{{{Head},\"kind\":\"correction\",\"period\":\"2026-11\",\"value\":2}}").Items);
        Assert.Equal((2, RevisionKind.Correction, "typed wrong"), (item.Revision, item.Kind, item.Reason));
        Assert.Equal(("m", "2026-11", Amount.Of(2)), (item.Content!.Id.Value, item.Content.Period, item.Content.Value));
    }

    [Theory]
    [InlineData("withdrawal", RevisionKind.Withdrawal)]
    [InlineData("restore", RevisionKind.Restore)]
    public void A_withdrawal_and_a_restore_carry_none(string kind, RevisionKind expected)
    {
        var item = Assert.Single(Read($"{{{Head},\"kind\":\"{kind}\",\"note\":null}}").Items);
        Assert.Equal((expected, null), (item.Kind, item.Content));
    }

    [Theory]
    [InlineData("\"kind\":\"withdrawal\",\"value\":1", "value", "content-refused")]
    [InlineData("\"kind\":\"restore\",\"period\":\"2026\"", "period", "content-refused")]
    [InlineData("\"kind\":\"correction\",\"value\":1", "period", "period-required")]
    [InlineData("\"kind\":\"initial\"", "kind", "kind-unknown")]
    [InlineData("\"kind\":\"Correction\"", "kind", "kind-unknown")]
    [InlineData("\"period\":\"2026\"", "kind", "kind-required")]
    [InlineData("\"kind\":\"restore\",\"revision\":3", "revision", "field-doubled")]
    public void What_is_wrong_is_named(string rest, string field, string code) =>
        Assert.Equal((field, code), First($"{{{Head},{rest}}}"));

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("2.5")]
    [InlineData("2e0")]
    [InlineData("99999999999")]
    public void A_revision_is_a_whole_number_from_2(string revision) => Assert.Equal(
        ("revision", "revision-out-of-range"),
        First($$"""{"id":"m","kpi":"A","revision":{{revision}},"reason":"x","kind":"restore"}"""));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null")]
    public void A_reason_is_needed(string reason) => Assert.Equal(
        ("reason", "reason-required"),
        First($$"""{"id":"m","kpi":"A","revision":2,"reason":{{reason}},"kind":"restore"}"""));

    private static (string Field, string Code) First(string body)
    {
        var reading = Read(body);
        Assert.Empty(reading.Items);
        return (reading.Refusals[0].Problem.Field, reading.Refusals[0].Problem.Code);
    }

    private static Reading<Correction> Read(string body) =>
        new MeasurementReader(new ApiOptions()).Corrections(Encoding.UTF8.GetBytes(body));
}
