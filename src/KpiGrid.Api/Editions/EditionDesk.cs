using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>Takes what is sent about editions and answers in JSON, or in the text that the hash is made of.</summary>
internal sealed class EditionDesk(
    EditionMaker maker, EditionShelf shelf, EditionChangesReader changes, PlaceFinder finder, IOptions<ApiOptions> limits,
    IOptions<EditionOptions> options)
{
    public async Task<IResult> Make(string id, HttpContext context)
    {
        if (await Region(id) is not { } region) return Unknown(id);
        var (order, refusal) = await EditionOrder.Read(context, limits.Value);
        if (refusal is not null) return refusal;
        var errors = new QuestionErrors();
        var facts = await maker.Make(region, order!, errors);
        if (facts is null || errors.Any) return errors.Answer();
        if (facts.Check() is { Count: > 0 } problems) return Refused.With(422, problems);
        if ((await shelf.All(region)).Count >= options.Value.PerRegionMax)
            return Refused.With(422, new Problem(
                "region", id, "too-many-editions", $"A region has at most {options.Value.PerRegionMax}."));
        var (edition, repeated, answer) = await shelf.Put(facts, Caller.Of(context).Author);
        return edition is null
            ? Refused.With(answer.Status, answer.Problems)
            : Json(await Answer(edition, Caller.Of(context)) with { Repeated = repeated }, repeated ? 200 : 201);
    }

    public async Task<IResult> List(string id) => await Region(id) is { } region
        ? Json(new EditionsAnswer($"regions/{id}", [.. (await shelf.All(region)).Select(EditionSummary.Of)]))
        : Unknown(id);

    public Task<IResult> Read(string id, string number, HttpContext context) => Of(id, number, async edition =>
        Json(await Answer(edition, Caller.Of(context))));

    /// <summary>The text that the hash is made of; whoever may read all of it can check it with any SHA-256.</summary>
    public Task<IResult> Text(string id, string number) => Of(id, number, edition =>
        Task.FromResult<IResult>(TypedResults.Text(EditionText.Of(edition.Facts), "text/plain", System.Text.Encoding.UTF8)));

    public Task<IResult> Changes(string id, string number, string? atLeast, HttpContext context) => Of(id, number, async edition =>
    {
        var errors = new QuestionErrors();
        var token = QuestionText.Token(atLeast, errors);
        if (errors.Any) return errors.Answer();
        return await changes.Read(edition, token, Caller.Of(context), errors) is { } answer ? Json(answer) : errors.Answer();
    });

    private async Task<EditionAnswer> Answer(KnownEdition edition, Caller caller)
    {
        var seen = await changes.Seen(caller, edition.Facts.Lines.Select(line => line.Place));
        var lines = edition.Facts.Lines.Where(line => seen.Contains(line.Place)).ToList();
        return new()
        {
            Region = $"regions/{edition.Id.Region}", Number = edition.Id.Number, RecordedAt = edition.Entry.RecordedAt,
            Author = edition.Entry.Author, Edition = edition.Facts with { Lines = lines },
            Hidden = edition.Facts.Lines.Count - lines.Count,
        };
    }

    private async Task<IResult> Of(string id, string number, Func<KnownEdition, Task<IResult>> answer)
    {
        if (await Region(id) is not { } region) return Unknown(id);
        return await shelf.Read(region, number) is { } edition
            ? await answer(edition)
            : Refused.With(404, new Problem(
                "number", number, "edition-unknown", $"GET /v1/regions/{id}/editions lists those there are."));
    }

    private async Task<RegionId?> Region(string id) =>
        RegionId.TryParse(id, out var region) && await finder.Places([new(PlaceKind.Region, id)], null, new()) is not null
            ? region : null;

    private static ProblemHttpResult Unknown(string id) =>
        Refused.With(404, new Problem("region", id, "region-unknown", "GET /v1/regions lists those there are."));

    private static JsonHttpResult<TAnswer> Json<TAnswer>(TAnswer answer, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(answer, KpiGridJson.Options, statusCode: status);
}
