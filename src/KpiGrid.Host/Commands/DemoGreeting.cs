using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;

namespace KpiGrid.Host.Commands;

/// <summary>What <c>kpigrid demo</c> says once the samples are there: what to ask, and with which key.</summary>
internal sealed class DemoGreeting(Screen screen, PatientHttp http, Uri address, string keyFile)
{
    private static readonly string[] asked =
    [
        "/v1/regions/ncc/totals?kpi=CDW-DIV&from=2026-01-01&to=2026-04-01&split=municipality",
        "/v1/regions/ncc/explain?kpi=CDW-DIV&from=2026-01-01&to=2026-04-01",
    ];

    private string Base => address.ToString().TrimEnd('/');

    private string Curl => $"curl -H \"Authorization: Bearer $(cat '{keyFile}')\"";

    public async Task Say(
        SampleCounts loaded, IReadOnlyList<(KeyWish Wish, string Key)> keys, Uri signIn, CancellationToken cancellationToken)
    {
        screen.Say(loaded.IsNothing
            ? "The sample networks are there already."
            : $"Loaded {loaded.Nouns} registry entries, {loaded.Measurements} measurements and "
              + $"{loaded.Corrections} correction, all marked as sample.");
        screen.Say("");
        await WhenConfirmed(cancellationToken);
        foreach (var path in asked)
        {
            var answer = await http.Get(path, cancellationToken);
            screen.Say($"  {Curl} '{Base}{path}'");
            screen.Say($"  {Short(System.Text.Encoding.UTF8.GetString(answer.Body))}");
            screen.Say("");
        }
        screen.Say($"  {Curl} -N '{Base}/v1/regions/live/live?kpi=CDW-DIV&by=month'");
        screen.Say("  (what the sample generator pushes, as it arrives)");
        screen.Say("");
        SayKeys(keys);
        screen.Say($"Sign in with a browser, once, within 15 minutes: {signIn}");
        screen.Say($"KpiGrid serves the sample networks at {address}; Ctrl+C stops it.");
    }

    private void SayKeys(IReadOnlyList<(KeyWish Wish, string Key)> keys)
    {
        if (keys.Count == 0)
        {
            screen.Say("The keys of each role were shown at the first start; make others with 'kpigrid keys create'.");
            return;
        }
        screen.Say("Keys of the roles, shown this once:");
        foreach (var (wish, key) in keys)
            screen.Say($"  {wish.Role + (wish.On is null ? "" : " of " + wish.On),-38} {key}");
    }

    /// <summary>The nodes were confirmed on the clock of the samples; the next sweep does so on the real one.</summary>
    private async Task WhenConfirmed(CancellationToken cancellationToken)
    {
        for (var left = 40; left > 0; left--)
        {
            var answer = System.Text.Encoding.UTF8.GetString((await http.Get(asked[0], cancellationToken)).Body);
            if (answer.Contains("\"stale\":false", StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    private static string Short(string answer) => answer.Length > 800 ? answer[..800] + " …" : answer;
}
