using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A KPI stream that a pilot reports, and so what is expected of it.</summary>
[GenerateSerializer, Immutable, Alias("DeclaredStream")]
[SuppressMessage("Naming", "CA1711", Justification = "A KPI stream is the domain's word.")]
public sealed record DeclaredStream
{
    /// <summary>The KPI.</summary>
    [Id(0)]
    public KpiCode Kpi { get; init; }

    /// <summary>The class, when the KPI has classes.</summary>
    [Id(1)]
    public ClassId? Class { get; init; }

    /// <summary>The participant it belongs to; null is the pilot as a whole.</summary>
    [Id(2)]
    public MunicipalityId? Municipality { get; init; }

    /// <summary>The first day.</summary>
    [Id(3)]
    public DateOnly From { get; init; }

    /// <summary>The day after the last; null is open.</summary>
    [Id(4)]
    public DateOnly? To { get; init; }

    /// <summary>Whether its figures are told to the pilot's own people only. It holds for the KPI in the whole pilot, whatever
    /// stream of it says so: classes and participants would tell each other. Left out of the document where it is not.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confidential { get; init; }

    /// <summary>Free words of it alone; a field among them counts instead of those of the pilot. Left out of the document
    /// where there are none.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init => field = value is null ? null : PlainText.NfcAll(value); }
}
