using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Import;

/// <summary>A noun that the mapping asks for.</summary>
internal sealed record RegistryEntry(string Path, string Facts);

/// <summary>The registry entries of a mapping, its templates filled in with what the file holds.</summary>
internal static class RegistryEntries
{
    private const int AtOnce = 8;

    public static IEnumerable<RegistryEntry> Of(ImportCreate create, ImportLabels labels)
    {
        foreach (var (id, facts) in create.Kpis) yield return new($"kpis/{id}", facts.ToJsonString());
        foreach (var (id, facts) in create.Municipalities)
            yield return new($"municipalities/{id}", facts.ToJsonString());
        if (create.EachMunicipality is { } municipality)
        {
            foreach (var (code, label) in labels.Municipalities)
            {
                yield return new($"municipalities/{code}", Filled(municipality, code, label));
            }
        }
        foreach (var (id, facts) in create.Regions) yield return new($"regions/{id}", Members(facts, labels));
        foreach (var (id, facts) in create.Pilots) yield return new($"pilots/{id}", facts.ToJsonString());
        if (create.EachPilot is not { } template) yield break;
        foreach (var (pilot, (label, code)) in labels.Pilots)
        {
            var facts = Filled(template, code, labels.Municipalities.GetValueOrDefault(code, code));
            facts = facts.Replace("{pilot}", pilot).Replace("{pilotLabel}", Escaped(label));
            yield return new($"pilots/{pilot}", facts);
        }
    }

    /// <summary>Puts what is not there yet and leaves alone what is; the number put.</summary>
    public static async Task<int> Put(
        PatientHttp http, IEnumerable<RegistryEntry> entries, string reason, CancellationToken cancellationToken)
    {
        var put = 0;
        var at = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        // A region names municipalities and a pilot both them and KPIs, so one noun comes after another.
        foreach (var noun in entries.DistinctBy(entry => entry.Path).GroupBy(entry => entry.Path.Split('/')[0]))
        {
            await Parallel.ForEachAsync(noun, at, async (entry, cancelled) =>
            {
                if (await Put(http, entry, reason, cancelled)) Interlocked.Increment(ref put);
            });
        }
        return put;
    }

    private static async Task<bool> Put(
        PatientHttp http, RegistryEntry entry, string reason, CancellationToken cancellationToken)
    {
        var there = await http.Get($"/v1/{entry.Path}", cancellationToken);
        if (there.IsSuccess) return false;
        if (there.Status != HttpStatusCode.NotFound) throw new RefusedException(entry.Path, there);
        var facts = JsonNode.Parse(entry.Facts)!.AsObject();
        facts["reason"] ??= reason;
        var body = Encoding.UTF8.GetBytes(facts.ToJsonString());
        var answer = await http.Put($"/v1/{entry.Path}", body, cancellationToken);
        return answer.IsSuccess ? true : throw new RefusedException(entry.Path, answer);
    }

    // A member named {municipality} stands for every municipality of the file that is not named itself.
    private static string Members(JsonNode facts, ImportLabels labels)
    {
        var region = facts.DeepClone().AsObject();
        if (region["members"] is not JsonArray members) return region.ToJsonString();
        var all = new JsonArray();
        var named = members.Select(member => (string?)member!["municipality"]).ToHashSet();
        foreach (var member in members)
        {
            var text = member!.ToJsonString();
            var codes = text.Contains("{municipality}", StringComparison.Ordinal)
                ? labels.Municipalities.Keys.Where(code => !named.Contains(code)).ToList()
                : [""];
            foreach (var code in codes) all.Add(JsonNode.Parse(text.Replace("{municipality}", code)));
        }
        region["members"] = all;
        return region.ToJsonString();
    }

    private static string Filled(JsonNode template, string municipality, string label) => template.ToJsonString()
        .Replace("{municipality}", municipality)
        .Replace("{municipalityLabel}", Escaped(label));

    private static string Escaped(string label) => JsonEncodedText.Encode(label).ToString();
}

/// <summary>The server refused something without which nothing else can go on.</summary>
internal sealed class RefusedException(string what, HttpAnswer answer)
    : Exception($"{what} is refused: {answer.Refusal()}");
