using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Questions;

/// <summary>What day it is where a question is about.</summary>
internal sealed class LocalDays(
    KnownNouns nouns, IOptions<QuestionOptions> options, [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The latest local day of some municipalities; that of UTC when no zone is known.</summary>
    /// <remarks>One municipality speaks for its country: this decides marks only, and a country of a thousand has one
    /// clock.</remarks>
    public async Task<DateOnly> Today(IEnumerable<MunicipalityId> municipalities)
    {
        DateOnly? latest = null;
        foreach (var municipality in municipalities.DistinctBy(municipality => municipality.Value[..2]))
        {
            var noun = await nouns.Read<MunicipalityFacts>($"municipality/{municipality}", options.Value.NamesAge);
            if (noun is null || !Zones.Exists(noun.Facts.TimeZone)) continue;
            var day = Zones.Today(Now, noun.Facts.TimeZone);
            if (latest is null || day > latest) latest = day;
        }
        return latest ?? DateOnly.FromDateTime(Now.UtcDateTime);
    }
}
