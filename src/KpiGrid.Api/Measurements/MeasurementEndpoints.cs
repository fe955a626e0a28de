using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Measurements;

/// <summary>Pushing and correcting measurements.</summary>
internal static class MeasurementEndpoints
{
    public static IEndpointRouteBuilder MapMeasurements(this IEndpointRouteBuilder routes)
    {
        var pilots = routes.MapGroup("/pilots/{pilot}").WithTags("Measurements")
            .Needs(Verbs.Push | Verbs.PushOnBehalf, PlaceKind.Pilot, "pilot");
        pilots.MapPost("/measurements", Record)
            .AddEndpointFilter(new KnownQuery("dryRun", "import", "partial", "receipt"))
            .WithSummary("Records measurements: one object or an array of up to 10,000; all or nothing, in one record.")
            .Takes<MeasurementBody[]>();
        pilots.MapPost("/corrections", Correct)
            .AddEndpointFilter(new KnownQuery("dryRun"))
            .WithSummary("Corrects, withdraws and restores measurements: one object or an array; all or nothing.")
            .Takes<CorrectionBody[]>();
        return routes;
    }

    private static async Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Record(
        string pilot, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options,
        bool dryRun = false, bool partial = false, string? receipt = null, string? import = null)
    {
        if (import is not null && !PilotId.TryParse(import, out _))
            return Refused.With(422, new Problem("import", import, "import-unreadable", "Name it with [a-z0-9-]{1,64}."));
        if (partial) return Later("partial", "true", "Send the good items alone; dryRun=true names the others.");
        if (receipt is not null)
            return Later("receipt", receipt, "Read totals with atLeast=<token> to see what it moved.");
        var author = Caller.Of(context).Author;
        var pushes = new Pushes<Measurement>(grains, options.Value, new MeasurementReader(options.Value).Measurements);
        return await pushes.Send(context, pilot, dryRun, (grain, items, dry) =>
            grain.Record(new() { Measurements = items, Author = author, Import = import, DryRun = dry }));
    }

    private static Task<Results<Ok<ReceiptsAnswer>, ProblemHttpResult>> Correct(
        string pilot, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options, bool dryRun = false)
    {
        var author = Caller.Of(context).Author;
        var pushes = new Pushes<Correction>(grains, options.Value, new MeasurementReader(options.Value).Corrections);
        return pushes.Send(context, pilot, dryRun, (grain, items, dry) =>
            grain.Correct(new() { Corrections = items, Author = author, DryRun = dry }));
    }

    private static ProblemHttpResult Later(string field, string value, string remedy) =>
        Refused.With(422, new Problem(field, value, "not-available-yet", remedy));
}
