using System.Globalization;
using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Lineage;

/// <summary>Reads the facts of all pilots there are: who repeats a pilot stands with those who do.</summary>
internal sealed class AllPilots(IGrainFactory grains, IOptions<ApiOptions> limits, IOptions<QuestionOptions> questions)
{
    /// <summary>The facts by id; null and an error where there are more than one question may ask.</summary>
    public async Task<IReadOnlyDictionary<PilotId, PilotFacts>?> Read(QuestionErrors errors)
    {
        var all = new Dictionary<PilotId, PilotFacts>();
        for (string? after = null; ;)
        {
            var page = await grains.GetGrain<IRegistryListGrain>(0).List("pilot", after, limits.Value.PageSizeMax);
            foreach (var item in page.Items)
                all[PilotId.Parse(item.Id)] = JsonSerializer.Deserialize<PilotFacts>(item.Entry.Facts, KpiGridJson.Options)!;
            if ((after = page.Next) is null) return all;
            if (all.Count <= questions.Value.FanOutMax) continue;
            errors.Refuse("pilot", all.Count.ToString(CultureInfo.InvariantCulture), "too-much-to-ask",
                $"This question asks every pilot there is, at most {questions.Value.FanOutMax}.");
            return null;
        }
    }
}
