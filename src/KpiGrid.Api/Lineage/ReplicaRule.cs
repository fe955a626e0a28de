using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Lineage;

/// <summary>No pilot repeats itself, not even by way of others.</summary>
internal static class ReplicaRule
{
    /// <summary>A longer line of repetitions than this is refused, so that it can be climbed at every change.</summary>
    private const int GenerationsMax = 100;

    /// <summary>Why a pilot may not repeat what is proposed; null when it may.</summary>
    public static async ValueTask<IResult?> Refusal(HttpContext context, string id, PilotFacts proposed)
    {
        var nouns = context.RequestServices.GetRequiredService<KnownNouns>();
        var pilot = PilotId.Parse(id);
        var original = proposed.ReplicaOf;
        for (var generation = 0; original is { } above; generation++)
        {
            if (above == pilot)
                return Refuse(proposed, "replica-cycle", "A pilot cannot repeat itself or one that repeats it: leave out replicaOf, or name another.");
            if (generation == GenerationsMax)
                return Refuse(proposed, "replica-too-deep", $"At most {GenerationsMax} repetitions of repetitions: name an earlier original.");
            original = (await nouns.ReadAsOf<PilotFacts>($"pilot/{above}", null))?.Facts.ReplicaOf;
        }
        return null;
    }

    private static ProblemHttpResult Refuse(PilotFacts proposed, string code, string remedy) =>
        Refused.With(422, new Problem("replicaOf", proposed.ReplicaOf?.Value, code, remedy));
}
