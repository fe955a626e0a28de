using System.Text;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>A journal whose records are written by hand, in the shapes that storage holds.</summary>
internal sealed class HandMadeJournal
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, (string Kind, string Unit)> kpis = new(StringComparer.Ordinal);

    public MemoryJournal Journal { get; } = new();

    public async Task Kpi(string code, string kind, string unit, params string[] classes)
    {
        kpis[code] = (kind, unit);
        var list = string.Join(',', classes.Select(id => $"\"{id}\""));
        await Append($"kpi/{code}", "facts",
            $$"""{"facts":{"kind":"{{kind}}","unit":"{{unit}}","classes":[{{list}}]},"reason":"test"}""");
    }

    /// <summary>Shares written as <c>DK-0615 25/100 2026-01-01..2026-03-01</c>.</summary>
    public Task Pilot(string id, params string[] shares) => Append($"pilot/{id}", "facts",
        $$"""{"facts":{"name":"x","shares":[{{string.Join(',', shares.Select(Share))}}]},"reason":"test"}""");

    /// <summary>Members written as <c>DK-0615 2026-01-01..</c>.</summary>
    public Task Region(string id, params string[] members) => Append($"region/{id}", "facts",
        $$"""{"facts":{"name":"x","members":[{{string.Join(',', members.Select(Member))}}]},"reason":"test"}""");

    /// <summary>A measurement's members after its resolved days, as JSON without braces.</summary>
    public Task Push(string pilot, string kpi, string id, string days, string members) =>
        Append($"pilot/{pilot}", "push", $$"""{"kpis":{{Pinned(kpi)}},"measurements":[{{{Entry(kpi, id, days, members)}}}]}""");

    public Task Revise(string pilot, string kpi, string id, int revision, string days, string members) =>
        Append($"pilot/{pilot}", "revise",
            $$"""{"kpis":{{Pinned(kpi)}},"revisions":[{"revision":{{revision}},"kind":"correction","reason":"slip",{{Entry(kpi, id, days, members)}}}]}""");

    public Task Revise(string pilot, string kpi, string id, int revision, string kind) =>
        Append($"pilot/{pilot}", "revise",
            $$"""{"kpis":{{Pinned(kpi)}},"revisions":[{"revision":{{revision}},"kind":"{{kind}}","reason":"slip","id":"{{id}}","kpi":"{{kpi}}"}]}""");

    public async Task<JournalModel> Read()
    {
        var model = new JournalModel(Journal);
        await model.ReadOn(null, TestContext.Current.CancellationToken);
        return model;
    }

    /// <summary>What a node's total of a KPI is made of in a period, asked as <c>regions/ncc</c>.</summary>
    public async Task<PeriodSums> Ask(string node, string kpi, string period)
    {
        var model = await Read();
        var parts = node.Split('/');
        var kind = parts[0] switch
        {
            "pilots" => NodeKind.Pilot,
            "municipalities" => NodeKind.Municipality,
            _ => NodeKind.Region,
        };
        return new Recomputation(model).Ask(new(kind, parts[1]), model.Kpis[kpi], [Period.Parse(period).Range]).Single();
    }

    /// <summary>The numerator or amount as text; null when nothing counts.</summary>
    public async Task<string?> Amount(string node, string kpi, string period)
    {
        var sums = await Ask(node, kpi, period);
        return sums.IsEmpty ? null : Billionths.Text(sums.A);
    }

    public async Task Append(string stream, string type, string body)
    {
        var head = await Journal.Head(stream, TestContext.Current.CancellationToken);
        var record = JournalRecord.After(head, Start, "test", type, Encoding.UTF8.GetBytes(body));
        await Journal.Append([new(record)], TestContext.Current.CancellationToken);
    }

    private string Pinned(string kpi) =>
        $$$"""{"{{{kpi}}}":{"definition":1,"series":1,"kind":"{{{kpis[kpi].Kind}}}","unit":"{{{kpis[kpi].Unit}}}"}}""";

    private static string Entry(string kpi, string id, string days, string members)
    {
        var range = Period.Parse(days).Range;
        return $"\"first\":\"{range.First:yyyy-MM-dd}\",\"last\":\"{range.Last:yyyy-MM-dd}\",\"id\":\"{id}\"," +
            $"\"kpi\":\"{kpi}\",\"period\":\"{days}\",{members}";
    }

    private static string Share(string text)
    {
        var parts = text.Split(' ', '/');
        var (from, to) = Ends(parts.Length > 3 ? parts[3] : "2025-01-01..");
        var kpi = parts.Length > 4 ? $",\"kpi\":\"{parts[4]}\"" : "";
        return $"{{\"municipality\":\"{parts[0]}\",\"parts\":{parts[1]},\"whole\":{parts[2]},\"from\":\"{from}\"{to}{kpi}}}";
    }

    private static string Member(string text)
    {
        var parts = text.Split(' ');
        var (from, to) = Ends(parts.Length > 1 ? parts[1] : "2025-01-01..");
        return $"{{\"municipality\":\"{parts[0]}\",\"from\":\"{from}\"{to}}}";
    }

    private static (string From, string To) Ends(string text)
    {
        var ends = text.Split("..");
        return (ends[0], ends[1].Length == 0 ? "" : $",\"to\":\"{ends[1]}\"");
    }
}
