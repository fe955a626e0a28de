using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report.Files;

/// <summary>Why a file is taken out, held to the rules of every reason.</summary>
internal static class UndoReason
{
    private static readonly ApiOptions usual = new();

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static Problem? Problem(string reason)
    {
        if (reason.Length == 0) return new("reason", null, "reason-required", "Say why in a sentence.");
        var refusals = new Refusals(1);
        using var text = JsonSerializer.SerializeToDocument(reason, KpiGridJson.Options);
        new TextRule(usual.NoteCharactersMax, Lines: true).Read(text.RootElement, "reason", refusals);
        return refusals.Found is [var first] ? first.Problem : null;
    }
}
