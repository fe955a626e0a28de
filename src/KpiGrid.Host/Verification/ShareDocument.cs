using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>A share as a pilot's facts state it; half-open.</summary>
internal sealed record ShareDocument(
    string Municipality, long Parts, long Whole, DateOnly From, DateOnly? To, string? Kpi)
{
    public static ShareDocument Read(JsonElement share) => new(
        share.Text("municipality")!,
        share.Member("parts")!.Value.GetInt64(),
        share.Member("whole")!.Value.GetInt64(),
        share.Day("from") ?? DateOnly.MinValue,
        share.Day("to"),
        share.Text("kpi"));
}
