using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>What a participant says of a measurement that was reported on its behalf.</summary>
/// <remarks>The same act with the same id is repeated and moves nothing; no act ever moves a sum.</remarks>
[GenerateSerializer, Immutable, Alias("ConfirmationAct")]
public sealed record ConfirmationAct
{
    /// <summary>The client's id: 1 to 64 printable ASCII characters, unique among the pilot's confirmations.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required ConfirmationKind Kind { get; init; }

    /// <summary>For whom it is said.</summary>
    [Id(2)] public required MunicipalityId Municipality { get; init; }

    /// <summary>The KPI of the measurement.</summary>
    [Id(3)] public required KpiCode Kpi { get; init; }

    /// <summary>The measurement.</summary>
    [Id(4)] public required MeasurementId Measurement { get; init; }

    /// <summary>The revision that was looked at; refused where another one counts.</summary>
    [Id(5)] public required int Revision { get; init; }

    /// <summary>Why; required of a dispute.</summary>
    [Id(6)] public string? Reason { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>Who: an opaque actor id.</summary>
    [Id(7)] public required string Author { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new Problems();
        problems.Require(IdText.IsPrintable(Id, 64), "id", Id, "id-unreadable", "Use 1 to 64 printable ASCII characters.");
        problems.Require(Revision >= 1, "revision", Revision, "value-out-of-range", "Say which revision was looked at, from 1 on.");
        problems.Text("reason", Reason, PlainText.NoteMax);
        problems.Require(Kind != ConfirmationKind.Dispute || !string.IsNullOrWhiteSpace(Reason),
            "reason", Reason, "reason-required", "Say why.");
        return problems.Found;
    }
}

/// <summary>What can be said of a measurement by those it was reported for.</summary>
[GenerateSerializer, Alias("ConfirmationKind")]
public enum ConfirmationKind
{
    /// <summary>That their part of it is right.</summary>
    Confirm,

    /// <summary>That it is not, and why.</summary>
    Dispute,
}

/// <summary>The text forms of <see cref="ConfirmationKind"/>.</summary>
public static class ConfirmationKinds
{
    internal static readonly EnumText<ConfirmationKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: confirm, dispute.</summary>
    public static string Text(this ConfirmationKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ConfirmationKind kind) => Texts.TryParse(text, out kind);
}
