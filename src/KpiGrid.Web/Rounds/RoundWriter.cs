using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Editions;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Rounds;

/// <summary>Records what is said on the pages of a round: a turn, or that its numbers are frozen.</summary>
internal sealed class RoundWriter(IGrainFactory grains, KnownNouns nouns, EditionMaker maker, EditionShelf shelf, Rights rights)
{
    /// <summary>Where to go on; null, and why, when it is not recorded.</summary>
    public async Task<(string? Next, IReadOnlyList<string> Wrong)> Write(Visit visit, HttpContext context, IFormCollection form)
    {
        if (RoundId.Read($"{visit.State.Place!.Id}/{visit.State.Which}") is not { } round) return (null, [visit.Words.Notices.UnknownTitle]);
        return form["act"] == "freeze" ? await Freeze(visit, round) : await Turn(visit, context, round, form);
    }

    private async Task<(string?, IReadOnlyList<string>)> Turn(Visit visit, HttpContext context, RoundId round, IFormCollection form)
    {
        if (TurnId.Read($"{round}/{form["municipality"]}") is not { } turn) return (null, [visit.Words.Notices.UnknownTitle]);
        if (!(await rights.At(visit.Caller, visit.State.Place!)).HasFlag(Verbs.Change)
            && !await RoundGuard.IsLead(context, visit.State.Place!, turn.Municipality))
            return (null, [visit.Words.Notices.NotAllowedTitle]);
        var stream = $"turn/{turn}";
        var before = await nouns.ReadAsOf<TurnFacts>(stream, null);
        var reason = form["reason"].ToString().Trim();
        var change = new RegistryChange
        {
            Facts = JsonSerializer.SerializeToUtf8Bytes(TurnEntry.Facts(form) with { Kpi = before?.Facts.Kpi }, KpiGridJson.Options),
            Author = visit.Caller.Author, Reason = reason.Length > 0 ? reason : null, IfMatch = before?.Entry.Head ?? 0,
        };
        var answer = await Writes.Once(() => grains.GetGrain<IRegistryGrain>(stream).Put(change));
        nouns.Forget(stream);
        return answer.Entry is not null
            ? ($"{visit.State.Address}#{turn.Municipality}", [])
            : (null, InWords(visit.Words, answer.Problems));
    }

    private async Task<(string?, IReadOnlyList<string>)> Freeze(Visit visit, RoundId round)
    {
        if (!(await rights.At(visit.Caller, visit.State.Place!)).HasFlag(Verbs.Change)) return (null, [visit.Words.Notices.NotAllowedTitle]);
        var errors = new QuestionErrors();
        if (await maker.Make(round.Region, new() { Round = round.Name }, errors) is not { } facts) return (null, InWords(visit.Words, errors.Listed));
        var (edition, _, answer) = await shelf.Put(facts, visit.Caller.Author);
        return edition is not null
            ? (visit.State.At(visit.State.Place).On(PageKind.Edition, $"{edition.Id.Number}").Address, [])
            : (null, InWords(visit.Words, answer.Problems));
    }

    private static IReadOnlyList<string> InWords(Words words, IReadOnlyList<Problem> problems) => [.. problems.Select(problem => problem.Code switch
    {
        "reason-required" => words.Rounds.ReasonWrong,
        "not-the-head" => words.Rounds.ChangedMeanwhile,
        _ => Words.Fill(words.Rounds.OtherWrong, problem.Field, problem.Remedy),
    })];
}
