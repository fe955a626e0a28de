using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.Host.Http;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>What a server answers about every node and KPI: totals, by month and whole, and every measurement behind them.</summary>
internal static class AllAnswers
{
    /// <summary>What says when and by which store it was answered.</summary>
    private static readonly string[] ofTheMoment = ["version", "confirmedAt", "stale"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<string> Of(IJournal journal, PatientHttp http)
    {
        var model = new JournalModel(journal);
        await model.ReadOn(null, Cancelled);
        var recomputation = new Recomputation(model);
        var all = new StringBuilder();
        foreach (var node in recomputation.Nodes())
            foreach (var kpi in recomputation.Kpis(node))
            {
                if (recomputation.Span(node, kpi) is not { } span) continue;
                foreach (var question in Question.Of(node, kpi, span)) await Tell(http, question, all);
            }
        return all.ToString();
    }

    private static async Task Tell(PatientHttp http, Question question, StringBuilder all)
    {
        all.Append(question).Append('\n').Append(await Ask(http, $"/{question}")).Append('\n');
        if (question.ByMonth) return;
        var explain = $"/v1/{question.Node}/explain?kpi={question.Kpi.Code}&from={question.From:yyyy-MM-dd}&to={question.To:yyyy-MM-dd}";
        string? next = null;
        do
        {
            var page = await Ask(http, explain + (next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}"));
            next = (string?)page["page"]!["next"];
            all.Append(page).Append('\n');
        }
        while (next is not null);
    }

    private static async Task<JsonObject> Ask(PatientHttp http, string path)
    {
        var answer = await http.Get(path, Cancelled);
        Assert.True(answer.IsSuccess, answer.IsSuccess ? "" : $"{path}: {answer.Refusal()}");
        var json = (JsonObject)JsonNode.Parse(answer.Body)!;
        foreach (var member in ofTheMoment) json.Remove(member);
        return json;
    }
}
