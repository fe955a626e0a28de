using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Instruments;

/// <summary>What is behind movements: what worked, by effect.</summary>
internal static class InstrumentsEndpoints
{
    public static IEndpointRouteBuilder MapInstruments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/instruments", Answer)
            .AddEndpointFilter(new KnownQuery(InstrumentsQuery.Names)).AsksItself()
            .Produces<InstrumentsAnswer>().WithTags("Totals")
            .WithSummary("Decision trees, tender texts, pages of books behind what moved in places, with what it came to by KPI.");
        return routes;
    }

    private static async Task<IResult> Answer(
        [AsParameters] InstrumentsQuery query, InstrumentsReader reader, Gate gate, IOptions<QuestionOptions> options, HttpContext context)
    {
        var errors = new QuestionErrors();
        if (InstrumentsQuestion.Read(query, options.Value.PlacesMax, errors) is not { } question) return errors.Answer();
        foreach (var place in question.Places)
            if (await gate.Refusal(context, Verbs.Total, place) is { } refusal) return refusal;
        return errors.Answer(await reader.Read(question, Caller.Of(context), errors));
    }
}
