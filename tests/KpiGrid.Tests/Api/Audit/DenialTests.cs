using System.Diagnostics.Metrics;
using KpiGrid.Api.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Api.Audit;

[Collection(nameof(GuardedApi))]
public sealed class DenialTests(GuardedApi api)
{
    [Fact]
    public async Task A_denied_request_is_noted_with_its_key_and_node_and_no_secret()
    {
        var key = await api.Key("frida", "lead", "pilots/ours-pilot");
        var (id, secret) = (key.Split('_')[1], key.Split('_', 3)[2]);

        await api.Get("/v1/audit?node=pilots/ours-pilot", key);
        await api.Get("/v1/audit?node=regions/ours", key[..^6] + "AAAAAA");

        var noted = Noted(id);
        Assert.Equal(
            ["Information: GET /v1/audit answers 403 to key ID at node pilots/ours-pilot ",
             "Information: GET /v1/audit answers 401 to key ID at node - "],
            noted.Select(line => line.Replace(id, "ID", StringComparison.Ordinal)));
        Assert.DoesNotContain(api.Logged, line => line.Contains(secret[..12], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_stranger_sends_begins_no_line_of_the_log()
    {
        var key = await api.Key("greta", "analyst");
        var forged = "%0AInformation:%20forged%0D%E2%80%A8%1B[2J";

        await api.Send(HttpMethod.Put, $"/v1/people/a{forged}", key, "{}");
        await api.Send(HttpMethod.Put, $"/v1/municipalities/a{forged}", key, "{}");
        await api.Get($"/v1/people/{new string('a', 4_000)}", key);

        var noted = Noted(key.Split('_')[1]);
        Assert.Equal(3, noted.Count);
        Assert.All(noted, line =>
        {
            Assert.DoesNotContain(line, c => char.IsControl(c) || c == '\u2028');
            Assert.InRange(line.Length, 1, 700);
        });
        Assert.Contains("%0AInformation", noted[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_requests_are_counted_by_status()
    {
        var counted = new List<int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == Denials.MeterName
                    && instrument.Meter.Scope == api.Services.GetRequiredService<IMeterFactory>())
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add((int)tags[0].Value!));
        listener.Start();
        var key = await api.Key("hanne", "analyst");

        await api.Get("/v1/kpis", null);
        await api.Get("/v1/keys", key);
        await api.Get("/v1/kpis", key);

        Assert.Equal([401, 403], counted);
    }

    private List<string> Noted(string key) =>
        [.. api.Logged.Where(line => line.Contains($"key {key}", StringComparison.Ordinal))];
}
