namespace KpiGrid.Silo.Journal;

/// <summary>The names of journal streams.</summary>
internal static class Streams
{
    public const string Pilots = "pilot/";
    public const string Municipalities = "municipality/";
    public const string Regions = "region/";
    public const string Kpis = "kpi/";
    public const string Keys = "key/";

    public static string Of(PilotId pilot) => Pilots + pilot;
    public static string Of(MunicipalityId municipality) => Municipalities + municipality;
    public static string Of(RegionId region) => Regions + region;
    public static string Of(KpiCode kpi) => Kpis + kpi;

    /// <summary>The pilot whose stream this is, or null.</summary>
    public static PilotId? Pilot(string stream) =>
        stream.StartsWith(Pilots, StringComparison.Ordinal) ? PilotId.Parse(stream[Pilots.Length..]) : null;
}
