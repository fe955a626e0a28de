using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Samples;

/// <summary>Loads the sample networks over HTTP, each record at its own time; what is there already stays.</summary>
internal sealed class SampleLoader(PatientHttp http, SteppedTime time)
{
    private const string Measurements = "measurements";
    private const string Corrections = "corrections";
    private readonly SampleNetworks networks = SampleNetworks.Read();

    public async Task<SampleCounts> Load(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        await http.Get("/health/ready", cancellationToken);
        if (await IsLoaded(cancellationToken)) return new(0, 0, 0);
        try
        {
            var nouns = await PutNouns(tell, cancellationToken);
            return await Push(tell, new(nouns, 0, 0), cancellationToken);
        }
        finally
        {
            time.Run();
        }
    }

    /// <summary>The last record in time tells whether all are there; asking records nothing.</summary>
    private async Task<bool> IsLoaded(CancellationToken cancellationToken)
    {
        var last = networks.Measurements[^1];
        var path = $"/v1/pilots/{last.Pilot}/{Measurements}?dryRun=true";
        var answer = await http.Push(path, Bytes(new JsonArray(last.Content.DeepClone())), cancellationToken);
        return answer.IsSuccess && answer.Receipts.Repeated == 1;
    }

    private async Task<int> PutNouns(Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        time.StepTo(networks.RegistryRecordedAt);
        var all = networks.Nouns.ToList();
        var put = 0;
        foreach (var (index, (path, facts)) in all.Index())
        {
            tell("registry", index + 1, all.Count);
            var there = await http.Get($"/v1/{path}", cancellationToken);
            if (there.IsSuccess) continue;
            var answer = await http.Put($"/v1/{path}", Bytes(facts), cancellationToken);
            if (!answer.IsSuccess) throw new RefusedException(path, answer);
            put++;
        }
        return put;
    }

    private async Task<SampleCounts> Push(
        Action<string, double, double> tell, SampleCounts counts, CancellationToken cancellationToken)
    {
        var pushes = networks.Measurements.Select(item => (Kind: Measurements, Item: item))
            .Concat(networks.Corrections.Select(item => (Kind: Corrections, Item: item)))
            .GroupBy(each => (each.Item.RecordedAt, each.Item.Pilot, each.Kind), each => (JsonNode)each.Item.Content)
            .OrderBy(push => push.Key.RecordedAt)
            .ToList();
        foreach (var (index, push) in pushes.Index())
        {
            tell("measurements", index + 1, pushes.Count);
            time.StepTo(push.Key.RecordedAt);
            var path = $"/v1/pilots/{push.Key.Pilot}/{push.Key.Kind}";
            var content = new JsonArray([.. push.Select(item => item.DeepClone())]);
            var answer = await http.Push(path, Bytes(content), cancellationToken);
            if (!answer.IsSuccess) throw new RefusedException(path, answer);
            var recorded = answer.Receipts.Recorded;
            counts = push.Key.Kind == Corrections
                ? counts with { Corrections = counts.Corrections + recorded }
                : counts with { Measurements = counts.Measurements + recorded };
        }
        return counts;
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}

/// <summary>What was loaded.</summary>
internal sealed record SampleCounts(int Nouns, int Measurements, int Corrections)
{
    public bool IsNothing => this is { Nouns: 0, Measurements: 0, Corrections: 0 };
}
