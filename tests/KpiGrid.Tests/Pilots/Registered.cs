using System.Text.Json;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Tests.Pilots;

/// <summary>A registry view that knows the starter catalogue and the places of the tests, without a journal behind it.</summary>
internal static class Registered
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    public static RegistryView View { get; } = Fresh();

    public static RegistryView Fresh()
    {
        var view = new RegistryView(new MemoryJournal());
        foreach (var (code, facts) in StarterCatalogue.Kpis) view.Learn(Streams.Of(code), facts);
        foreach (var place in Arithmetic.Places)
            view.Learn(Streams.Of(place), new MunicipalityFacts { TimeZone = "Europe/Copenhagen" });
        return view;
    }

    /// <summary>The next version of a noun.</summary>
    public static void Learn<T>(this RegistryView view, string stream, T facts)
    {
        var body = FactsRecord.Body(JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options), "test");
        var head = view.History(stream)?.Head ?? JournalHead.Empty(stream);
        view.Learn(JournalRecord.After(head, Now, "kpigrid", FactsRecord.Type, body));
    }
}
