using System.Diagnostics;
using System.Text;
using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Benchmarks;

/// <summary>What finding out who pushes, and whether they may, costs beside a push of one measurement.</summary>
internal static class KeyCost
{
    private const int Pushes = 2_000;
    private const int Questions = 100_000;

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("kpigrid-key-").FullName;
        await using var app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder });
        await app.StartAsync();
        var key = AdminKeyFile.Read(folder)!;
        using var client = KeyedHttp.Client(new(app.Urls.First()), key);
        await Send(client, HttpMethod.Put, "v1/municipalities/DK-0657", """
            {"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"Herning","from":"2007-01-01"}]}
            """);
        await Send(client, HttpMethod.Put, "v1/pilots/bench", """
            {"name":"Bench","kind":"single","start":"2026-01-01",
             "shares":[{"municipality":"DK-0657","parts":1,"whole":1,"from":"2026-01-01"}]}
            """);
        var shares = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            var push = await Cost(Pushes, i => Push(client, $"{round}-{i}"));
            var ask = await Cost(Questions, _ => Ask(app, key));
            Console.WriteLine($"round {round}{(round == 0 ? " (not counted)" : "")}: a push {push:F1} us of CPU, "
                + $"client included; who and whether {ask:F2} us");
            if (round > 0) shares.Add(ask / (push - ask));
        }
        Console.WriteLine($"median share of the key: {shares.Order().ElementAt(shares.Count / 2):P1}");
        await app.StopAsync();
    }

    private static async Task<double> Cost(int times, Func<int, Task> act)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++) await act(i);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / times;
    }

    private static async Task Ask(WebApplication app, string key)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Headers.Authorization = $"Bearer {key}";
        var caller = await app.Services.GetRequiredService<Credentials>().Of(context.Request);
        context.Features.Set(caller);
        var gate = app.Services.GetRequiredService<Gate>();
        if (await gate.Refusal(context, Verbs.Push, new PlaceRef(PlaceKind.Pilot, "bench")) is not null)
            throw new InvalidOperationException("The key opens nothing");
    }

    private static Task Push(HttpClient client, string id) =>
        Send(client, HttpMethod.Post, "v1/pilots/bench/measurements", $$"""
            {"id":"{{id}}","kpi":"CDW-GEN","period":"2026-03","value":1,"unit":"t"}
            """);

    private static async Task Send(HttpClient client, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
