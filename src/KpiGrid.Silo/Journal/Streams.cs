namespace KpiGrid.Silo.Journal;

/// <summary>The names of journal streams.</summary>
internal static class Streams
{
    public const string Pilots = "pilot/";
    public const string Municipalities = "municipality/";
    public const string Regions = "region/";
    public const string Kpis = "kpi/";
    public const string Rates = "rates/";
    public const string Keys = "key/";
    public const string Targets = "target/";
    public const string Rounds = "round/";
    public const string Turns = "turn/";
    public const string Editions = "edition/";
    public const string Actors = "actor/";

    /// <summary>The one stream of anchors.</summary>
    public const string Anchors = "anchor/heads";

    /// <summary>What the registry's view is made of.</summary>
    public static readonly string[] Registry = [Kpis, Municipalities, Regions, Rates, Keys, Targets, Rounds, Turns, Editions];

    public static string Of(PilotId pilot) => Pilots + pilot;
    public static string Of(MunicipalityId municipality) => Municipalities + municipality;
    public static string Of(RegionId region) => Regions + region;
    public static string Of(KpiCode kpi) => Kpis + kpi;

    public static bool IsRegistry(string stream) =>
        Registry.Any(prefix => stream.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The actor whose stream this is, or null.</summary>
    public static string? Actor(string stream) =>
        stream.StartsWith(Actors, StringComparison.Ordinal) ? stream[Actors.Length..] : null;

    /// <summary>The pilot whose stream this is, or null.</summary>
    public static PilotId? Pilot(string stream) =>
        stream.StartsWith(Pilots, StringComparison.Ordinal) ? PilotId.Parse(stream[Pilots.Length..]) : null;
}
