using System.Text.Json;
using KpiGrid.Tests.Simulation.Model;

namespace KpiGrid.Tests.Simulation;

/// <summary>Pushes, corrects, changes facts and reads, again with the same ids where it got no answer.</summary>
internal sealed class Client(World world, Upheaval upheaval)
{
    private readonly Chance chance = world.Chance;
    private readonly Register register = world.Register;
    private readonly RandomFacts facts = new(world.Chance, world.Register);
    private readonly RandomMeasurements measurements = new(world.Chance, world.Register);
    private readonly Lane lane = new(world.Turns, "client");
    private readonly List<(string Pilot, Measurement Sent)> sent = [];
    private readonly Dictionary<(string, MeasurementId), int> revisions = [];

    private int underWay;

    public List<string> Broken { get; } = [];

    /// <summary>Whether every command has come to its end, answered or given up.</summary>
    public bool IsIdle => underWay == 0;

    public void Act() => lane.Run(() => _ = ToItsEnd(chance.Below(100) switch
    {
        < 48 => Push(chance.Pick(Places.Pilots)),
        < 63 => Correct(),
        < 71 => PutPilot(chance.Pick(Places.Pilots)),
        < 76 => PutRegion(chance.Pick(Places.Regions)),
        < 80 => PutKpi(),
        < 84 => Become(),
        < 92 => Read(),
        _ => PushAndRead(chance.Pick(Places.Pilots)),
    }));

    private async Task ToItsEnd(Task command)
    {
        underWay++;
        try
        {
            await command;
        }
        finally
        {
            underWay--;
        }
    }

    /// <summary>Asks every node for every KPI, regions by municipality, and the registry for the municipalities.</summary>
    public Task<Answers> AskAll(Book book)
    {
        var answers = new TaskCompletionSource<Answers>();
        lane.Run(() => _ = AskAll(book, answers));
        return answers.Task;
    }

    private async Task AskAll(Book book, TaskCompletionSource<Answers> answers)
    {
        try
        {
            var all = new Answers();
            foreach (var node in (string[])[.. Places.Pilots, .. book.Changes.Codes, .. Places.Regions])
                foreach (var kpi in book.Kpis)
                    all.Sums[(node, kpi)] = await Ask(node, new()
                    {
                        Kpi = KpiCode.Parse(kpi), Periods = Places.Asked,
                        Split = Places.Regions.Contains(node) ? Split.Municipality : Split.None,
                    });
            foreach (var code in book.Changes.Codes)
                all.Municipalities[MunicipalityId.Parse(code)] = JsonSerializer.Deserialize<MunicipalityFacts>(
                    (await Grain<IRegistryGrain>($"municipality/{code}").Read(null))!.Facts, KpiGridJson.Options)!;
            answers.SetResult(all);
        }
        catch (Exception failure)
        {
            answers.SetException(failure);
        }
    }

    private Task<Sums> Ask(string node, SumsQuestion question) =>
        Places.Pilots.Contains(node) ? Grain<IPilotGrain>(node).Sums(question)
        : Places.Regions.Contains(node) ? Grain<IRegionGrain>(node).Sums(question)
        : Grain<IMunicipalityGrain>(node).Sums(question);

    private T Grain<T>(string key) => world.Directory.References.Get<T>(key);

    private async Task Push(string pilot)
    {
        var mine = sent.FindAll(before => before.Pilot == pilot);
        var items = Enumerable.Range(0, chance.Between(1, 3)).Select(_ => measurements.New()).ToList();
        if (mine.Count > 0 && chance.Percent(30)) items[0] = chance.Pick(mine).Sent;
        if (mine.Count > 0 && chance.Percent(5)) items[0] = items[0] with { Id = chance.Pick(mine).Sent.Id };
        if (items.Count > 1 && chance.Percent(5)) items[^1] = items[0];
        sent.AddRange(items.Select(item => (pilot, item)));
        await Take(pilot, () => Grain<IPilotGrain>(pilot).Record(new() { Measurements = items, Author = "client" }));
    }

    private async Task Correct()
    {
        if (sent.Count == 0) return;
        var (pilot, before) = chance.Pick(sent);
        var kind = chance.Of(RevisionKind.Correction, RevisionKind.Withdrawal, RevisionKind.Restore);
        var revision = revisions.GetValueOrDefault((pilot, before.Id), 1) + 1;
        var correction = new Correction
        {
            Kpi = before.Kpi, Id = before.Id, Kind = kind, Revision = revision, Reason = "a slip",
            Content = kind == RevisionKind.Correction ? measurements.Of(before.Kpi.Value, before.Id.Value) : null,
        };
        var answer = await Take(pilot, () => Grain<IPilotGrain>(pilot).Correct(
            new() { Corrections = [correction], Author = "client" }));
        if (answer is { Refusals.Count: 0 } or { Refusals: [{ Status: 409 }] }) revisions[(pilot, before.Id)] = revision;
    }

    private Task<RegistryAnswer?> PutPilot(string pilot)
    {
        var change = Change(facts.Pilot(pilot));
        return Tried($"facts of {pilot}", () => Grain<IPilotGrain>(pilot).Put(change), Told);
    }

    private Task<RegistryAnswer?> PutRegion(string region) => Put($"region/{region}", Change(facts.Region(region)));

    /// <summary>A merger, a split or another code: the facts of one municipality after another.</summary>
    private async Task Become()
    {
        foreach (var code in register.Become()) await Put($"municipality/{code}", Change(register.Facts(code)));
    }

    private Task<RegistryAnswer?> PutKpi() => chance.Percent(60)
        ? Put($"kpi/{Places.Late}", Change(RandomFacts.Bytes(Places.LateFacts)))
        : Put("kpi/FLOW", Change(Places.Kpis["FLOW"] with
        {
            Decimals = chance.Below(9), ComparableWith = chance.Percent(50) ? [1] : [],
        }));

    private Task<RegistryAnswer?> Put(string stream, RegistryChange change) =>
        Tried($"facts of {stream}", () => Grain<IRegistryGrain>(stream).Put(change), Told);

    private Task<Sums?> Read()
    {
        var node = chance.Pick((string[])[.. Places.Pilots, .. register.Codes, .. Places.Regions]);
        var kpi = KpiCode.Parse(chance.Pick([.. Places.Kpis.Keys, Places.Late]));
        return Tried($"read of {node}",
            () => Ask(node, new() { Kpi = kpi, Periods = Places.Asked }), sums => $"{sums.Version}");
    }

    /// <summary>A push that has settled upward is in every answer from then on.</summary>
    private async Task PushAndRead(string pilot)
    {
        var marker = measurements.Marker();
        var answer = await Take(pilot, () => Grain<IPilotGrain>(pilot).Record(new() { Measurements = [marker], Author = "client" }));
        if (answer is not { Refusals.Count: 0 }) return;
        try
        {
            foreach (var node in await Grain<IPilotGrain>(pilot).Settle(answer.Token!.Value.Sequence))
                await Grain<IMunicipalityGrain>(node.Municipality.Value).Settle(node.Version);
            var place = chance.Of("west", "DK-2"); // takes part in both pilots from the beginning
            var sums = await Ask(place, new() { Kpi = marker.Kpi, Periods = [Period.Parse(marker.Period).Range] });
            world.Story.Tell($"client: {marker.Id} settled, {place} has it {sums.Periods[0].N} times");
            if (sums.Periods[0].N == 0 && !upheaval.EverSplit) Broken.Add($"{marker.Id} has settled and {place} lacks it");
        }
        catch (Exception failure)
        {
            world.Story.Tell($"client: {marker.Id} did not settle: {failure.Message}");
        }
    }

    private async Task<PushAnswer?> Take(string pilot, Func<Task<PushAnswer>> send)
    {
        var epoch = world.Store.Epoch;
        var answer = await Tried($"push to {pilot}", send, answer => answer.Refusals.Count > 0
            ? string.Join("; ", answer.Refusals)
            : string.Join("; ", answer.Receipts.Select(receipt => $"{receipt.Stream} {receipt.Id} r{receipt.Revision} in {receipt.Sequence}")));
        foreach (var receipt in answer?.Token?.Epoch == world.Store.Epoch && answer!.Refusals.Count == 0 ? answer.Receipts : [])
            world.Acknowledged.Take(pilot, receipt);
        return answer;
    }

    private async Task<T?> Tried<T>(string what, Func<Task<T>> send, Func<T, string> tell) where T : class
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                var answer = await send();
                if (world.Story.IsTold) world.Story.Tell($"client: {what}: {tell(answer)}");
                return answer;
            }
            catch (Exception failure)
            {
                world.Story.Tell($"client: {what}, attempt {attempt}: {failure.GetType().Name} {failure.Message}");
            }
        }
        return null;
    }

    private static string Told(RegistryAnswer answer) => answer.Problems.Count > 0
        ? string.Join("; ", answer.Problems) : $"record {answer.Entry?.Head}";

    private static RegistryChange Change<T>(T facts) => Change(RandomFacts.Bytes(facts));

    private static RegistryChange Change(byte[] facts) => new() { Facts = facts, Author = "client", Reason = "a change" };
}
