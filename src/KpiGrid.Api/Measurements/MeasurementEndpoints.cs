using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Impact;
using KpiGrid.Api.Measurements.Csv;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Measurements;

/// <summary>Pushing and correcting measurements.</summary>
internal static class MeasurementEndpoints
{
    private const string RecordDescription = """
        The body is application/json (one object or an array), application/x-ndjson (one object a line) or text/csv (a
        header row naming the fields; lists in a cell parted by |; a blank cell is not given). culture says how the numbers
        of a CSV are written: en (1,234.5), da or nl (1.234,5); without it 1234.5. separator is , or ; where the header
        row does not show it. partial=true records the good items and answers 200 with a status per item: recorded,
        repeated, or refused with the problem it would have been alone. dryRun=true stores nothing, and asks in doubts about
        numbers that look like slips beside the history of their KPI stream. receipt=impact waits
        until the push has settled upward and says what it moved: pilot, municipalities and regions, from, to and coverage.
        """;

    public static IEndpointRouteBuilder MapMeasurements(this IEndpointRouteBuilder routes)
    {
        var pilots = routes.MapGroup("/pilots/{pilot}").WithTags("Measurements")
            .Needs(Verbs.Push | Verbs.PushOnBehalf, PlaceKind.Pilot, "pilot");
        pilots.MapPost("/measurements", Record)
            .AddEndpointFilter(new KnownQuery("dryRun", "import", "partial", "receipt", "culture", "separator"))
            .WithSummary("Records up to 10,000 measurements in one record: all or nothing, or with partial=true the good ones.")
            .WithDescription(RecordDescription)
            .Takes<MeasurementBody[]>(RequestForm.Json, RequestForm.JsonLines, RequestForm.Csv);
        pilots.MapPost("/corrections", Correct)
            .AddEndpointFilter(new KnownQuery("dryRun", "receipt"))
            .WithSummary("Corrects, withdraws and restores measurements: one object, an array or NDJSON; all or nothing.")
            .WithDescription("receipt=impact waits until they have settled upward and says what they moved.")
            .Takes<CorrectionBody[]>(RequestForm.Json, RequestForm.JsonLines);
        return routes;
    }

    private static async Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Record(
        string pilot, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options, ImpactReader impact, Rights rights,
        DoubtReader doubts, bool dryRun = false, bool partial = false, string? receipt = null, string? import = null,
        string? culture = null, string? separator = null)
    {
        if (import is not null && !PilotId.TryParse(import, out _))
            return Refused.With(422, new Problem("import", import, "import-unreadable", "Name it with [a-z0-9-]{1,64}."));
        if (CsvForm.Of(culture, separator, out var problem) is not { } form) return Refused.With(422, problem!);
        if (ReceiptProblem(receipt, dryRun) is { } refused) return Refused.With(422, refused);
        var author = Caller.Of(context).Author;
        var reader = new MeasurementReader(options.Value, partial);
        var pushes = new Pushes<Measurement>(grains, impact, options.Value, new Dictionary<RequestForm, BodyReader<Measurement>>
        {
            [RequestForm.Json] = reader.Measurements,
            [RequestForm.JsonLines] = reader.MeasurementLines,
            [RequestForm.Csv] = body => reader.MeasurementRows(body, form),
        }) { Doubts = doubts.Of };
        return await pushes.Send(context, pilot, new(dryRun, partial, receipt is not null), (grain, items, dry) =>
            grain.Record(new()
            {
                Measurements = items, Author = author, Import = import, DryRun = dry, Partial = partial,
                Impact = receipt is not null,
            }),
            item => item, await BehalfRule.Of(context, pilot, rights));
    }

    /// <summary>What is wrong with asking for a receipt of this kind; null when nothing is.</summary>
    private static Problem? ReceiptProblem(string? receipt, bool dryRun) => receipt switch
    {
        null => null,
        "impact" when dryRun => new("receipt", receipt, "impact-of-dry-run", "A dry run moves nothing: leave one of them out."),
        "impact" => null,
        _ => new("receipt", receipt, "receipt-unknown", "There is receipt=impact."),
    };

    private static async Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Correct(
        string pilot, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options, ImpactReader impact, Rights rights,
        bool dryRun = false, string? receipt = null)
    {
        if (ReceiptProblem(receipt, dryRun) is { } refused) return Refused.With(422, refused);
        var author = Caller.Of(context).Author;
        var reader = new MeasurementReader(options.Value);
        var pushes = new Pushes<Correction>(grains, impact, options.Value, new Dictionary<RequestForm, BodyReader<Correction>>
        {
            [RequestForm.Json] = reader.Corrections,
            [RequestForm.JsonLines] = reader.CorrectionLines,
        });
        return await pushes.Send(context, pilot, new(dryRun, Impact: receipt is not null), (grain, items, dry) =>
            grain.Correct(new() { Corrections = items, Author = author, DryRun = dry, Impact = receipt is not null }),
            item => item.Content, await BehalfRule.Of(context, pilot, rights));
    }
}
