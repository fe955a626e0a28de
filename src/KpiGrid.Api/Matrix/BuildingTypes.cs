using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Matrix;

/// <summary>Says to which type of building an amount belongs: that of its pilot. In a pilot without one, that of the
/// participant it was allocated to, where the pilot declares KPI streams of exactly one type for it.</summary>
internal sealed class BuildingTypes(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    private static readonly HashSet<ClassId> types = [.. StarterCatalogue.Kpis[KpiCode.Parse("VAC-A")].Classes];

    /// <summary>Whether the classes of a KPI are types of building.</summary>
    public static bool AreClassesOf(KpiFacts kpi) => kpi.Classes.Count > 0 && kpi.Classes.All(types.Contains);

    /// <summary>The type of a pilot's building at a municipality; null for none.</summary>
    public async ValueTask<ClassId?> Of(PilotFacts pilot, MunicipalityId municipality)
    {
        if (pilot.BuildingType is { } own) return own;
        var found = new HashSet<ClassId>();
        foreach (var stream in pilot.Kpis.Where(stream => stream.Municipality == municipality))
            if (stream.Class is { } type && types.Contains(type) && await IsOfBuildings(stream.Kpi)) found.Add(type);
        return found.Count == 1 ? found.Single() : null;
    }

    private async ValueTask<bool> IsOfBuildings(KpiCode kpi) =>
        await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.NamesAge) is { Facts: var facts } && AreClassesOf(facts);
}
