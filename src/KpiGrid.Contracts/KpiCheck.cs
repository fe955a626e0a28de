using System.Globalization;

namespace KpiGrid;

/// <summary>What a definition must satisfy.</summary>
internal static class KpiCheck
{
    private const int ClassesMax = 200;
    private const int MappingsMax = 50;
    private const int VersionsMax = 1_000;

    public static IReadOnlyList<Problem> Of(KpiFacts kpi)
    {
        var problems = new Problems();
        Words(kpi, problems);
        Choices(kpi, problems);
        Units(kpi, problems);
        Parts(kpi, problems);
        Classes(kpi, problems);
        Numbers(kpi, problems);
        Mappings(kpi, problems);
        Flags(kpi, problems);
        return problems.Found;
    }

    private static void Words(KpiFacts kpi, Problems problems)
    {
        problems.Name("names.en", kpi.Names.En);
        problems.Name("names.da", kpi.Names.Da);
        problems.Name("names.nl", kpi.Names.Nl);
        problems.Text("definitions.en", kpi.Definitions.En, PlainText.NoteMax);
        problems.Text("definitions.da", kpi.Definitions.Da, PlainText.NoteMax);
        problems.Text("definitions.nl", kpi.Definitions.Nl, PlainText.NoteMax);
    }

    private static void Choices(KpiFacts kpi, Problems problems)
    {
        problems.Require(Enum.IsDefined(kpi.Kind), "kind", kpi.Kind, "kind-unknown", $"One of: {KpiKinds.Texts.All}.");
        problems.Require(Enum.IsDefined(kpi.Quantity), "quantity", kpi.Quantity, "quantity-unknown",
            $"One of: {QuantityKinds.Texts.All}.");
        problems.Require(Enum.IsDefined(kpi.Direction), "direction", kpi.Direction, "direction-unknown",
            $"One of: {Directions.Texts.All}.");
        problems.Require(Enum.IsDefined(kpi.Frequency), "frequency", kpi.Frequency, "frequency-unknown",
            $"One of: {Frequencies.Texts.All}.");
    }

    private static void Units(KpiFacts kpi, Problems problems)
    {
        if (Unit("unit", kpi.Unit, problems) is not { } unit) return;
        problems.Require(unit.Measures(kpi.Quantity), "unit", kpi.Unit, "unit-of-another-quantity",
            $"{unit} measures: {string.Join(", ", unit.Kinds.Select(kind => kind.Text()))}.");
        problems.Require(unit.Id != "%" || kpi.Kind.HasParts(), "unit", kpi.Unit, "unit-of-another-kind",
            "Only a ratio or a level is shown in percent.");
        problems.Require(unit.Id == "score" == (kpi.Kind == KpiKind.Score), "unit", kpi.Unit, "unit-of-another-kind",
            "A score has the unit `score`, and no other kind has it.");
    }

    private static void Parts(KpiFacts kpi, Problems problems)
    {
        var isLevelInParts = kpi.Kind == KpiKind.Level && (kpi.Numerator ?? kpi.Denominator) != null;
        var needed = kpi.Kind == KpiKind.Ratio || isLevelInParts;
        Part("numerator", kpi.Numerator, needed, problems);
        Part("denominator", kpi.Denominator, needed, problems);
        Part("weight", kpi.Weight, kpi.Kind == KpiKind.Level, problems);
        if (kpi.Numerator is null || kpi.Denominator is null) return;
        problems.Require(kpi.Unit != "%" || kpi.Numerator == kpi.Denominator, "denominator", kpi.Denominator,
            "parts-differ", "Percent needs numerator and denominator in the same unit.");
        problems.Require(kpi.Kind != KpiKind.Level || kpi.Weight == kpi.Denominator, "weight", kpi.Weight,
            "parts-differ", "The weight of a level that has parts is its denominator.");
    }

    private static void Part(string field, string? text, bool needed, Problems problems)
    {
        if (text is null)
        {
            problems.Require(!needed, field, null, "part-required",
                "A ratio needs numerator and denominator, a level a weight.");
        }
        else if (!needed)
        {
            problems.Add(field, text, "part-not-allowed", "Only a ratio has parts, and only a level a weight.");
        }
        else if (Unit(field, text, problems) is { Id: "%" or "score" })
        {
            problems.Add(field, text, "part-not-allowed", "Name the unit that is counted.");
        }
    }

    private static Unit? Unit(string field, string text, Problems problems)
    {
        if (KpiGrid.Units.TryFind(text, out var unit) && unit.Id == text) return unit;
        problems.Add(field, text, "unit-unknown", UnitRemedy(text, unit));
        return null;
    }

    private static string UnitRemedy(string text, Unit? meant) =>
        meant is not null ? $"Write {meant}."
        : KpiGrid.Units.IsAmbiguous(text) ? "Write t for 1000 kg or ston for the US ton."
        : Currency.IsCode(text) ? "Write money; each measurement then names its currency."
        : $"One of: {string.Join(", ", KpiGrid.Units.All)}.";

    private static void Classes(KpiFacts kpi, Problems problems)
    {
        problems.Count(kpi.Classes.Count, ClassesMax, "classes");
        var seen = new HashSet<ClassId>();
        foreach (var (index, id) in kpi.Classes.Index())
        {
            var field = $"classes[{index}]";
            problems.Require(id != default, field, null, "class-required", "Give a class id.");
            problems.Require(seen.Add(id), field, id, "class-twice", "Name each class once.");
            problems.Require(kpi.Kind != KpiKind.Score || IsScoreValue(id), field, id, "class-not-a-score",
                "The classes of a score are its values, whole numbers from 0 to 99.");
        }
        problems.Require(kpi.Kind != KpiKind.Score || kpi.Classes.Count > 0, "classes", null, "class-required",
            "Name the values of the score as its classes.");
    }

    private static bool IsScoreValue(ClassId id) =>
        int.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= 99 && number.ToString(CultureInfo.InvariantCulture) == id.Value;

    private static void Numbers(KpiFacts kpi, Problems problems)
    {
        problems.Require(kpi.Decimals is >= 0 and <= Amount.DecimalsMax, "decimals", kpi.Decimals,
            "decimals-out-of-range", "Give a number from 0 to 9.");
        problems.Require(!(kpi.Range?.Min > kpi.Range?.Max), "range", kpi.Range?.Min, "range-empty",
            "Let min be at most max.");
        problems.Require(kpi.ComparableWith.All(version => version >= 1), "comparableWith", null,
            "version-out-of-range", "Definition versions begin at 1.");
        problems.Require(kpi.ComparableWith.ToHashSet().Count == kpi.ComparableWith.Count, "comparableWith", null,
            "version-twice", "Name each definition version once.");
        problems.Count(kpi.ComparableWith.Count, VersionsMax, "comparableWith");
    }

    private static void Flags(KpiFacts kpi, Problems problems)
    {
        if (kpi.Flags is not { } flags) return;
        problems.Require(flags.Count > 0, "flags", null, "flag-required", "Name the flags allowed, or leave it out.");
        problems.Require(flags.All(Enum.IsDefined), "flags", null, "flag-unknown", $"Of: {KpiGrid.Flags.Texts.All}.");
        problems.Require(flags.Distinct().Count() == flags.Count, "flags", null, "flag-twice", "Name each flag once.");
    }

    private static void Mappings(KpiFacts kpi, Problems problems)
    {
        problems.Count(kpi.Mappings.Count, MappingsMax, "mappings");
        foreach (var (index, mapping) in kpi.Mappings.Index())
        {
            problems.Name($"mappings[{index}].framework", mapping.Framework);
            problems.Text($"mappings[{index}].code", mapping.Code, PlainText.NameMax);
            problems.Text($"mappings[{index}].note", mapping.Note, PlainText.NoteMax);
        }
    }
}
