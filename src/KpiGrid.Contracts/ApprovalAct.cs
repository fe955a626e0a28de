using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>What somebody decides about the periods of a pilot.</summary>
/// <remarks>The same act with the same id is repeated and moves nothing, whatever was decided since.</remarks>
[GenerateSerializer, Immutable, Alias("ApprovalAct")]
public sealed record ApprovalAct
{
    /// <summary>The client's id: 1 to 64 printable ASCII characters, unique among the pilot's acts.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What is decided.</summary>
    [Id(1)] public required ApprovalKind Kind { get; init; }

    /// <summary>
    /// The first day that is not submitted or approved afterwards: a submission and an approval reach up to it, a recall
    /// and a re-opening begin with it.
    /// </summary>
    [Id(2)] public required DateOnly Day { get; init; }

    /// <summary>Why; required of a re-opening.</summary>
    [Id(3)] public string? Reason { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>Who: an opaque actor id.</summary>
    [Id(4)] public required string Author { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new Problems();
        problems.Require(IdText.IsPrintable(Id, 64), "id", Id, "id-unreadable", "Use 1 to 64 printable ASCII characters.");
        problems.Day("day", Day);
        problems.Text("reason", Reason, PlainText.NoteMax);
        problems.Require(Kind != ApprovalKind.Reopen || !string.IsNullOrWhiteSpace(Reason),
            "reason", Reason, "reason-required", "Say why.");
        return problems.Found;
    }
}

/// <summary>The acts of an approval.</summary>
[GenerateSerializer, Alias("ApprovalKind")]
public enum ApprovalKind
{
    /// <summary>Its lead says that what is before a day is complete; where one level is asked for, that approves it.</summary>
    Submit,

    /// <summary>Its lead takes a submission back that nobody has approved.</summary>
    Recall,

    /// <summary>A coordinator approves what was submitted.</summary>
    Approve,

    /// <summary>A coordinator opens what was submitted or approved, with a reason.</summary>
    Reopen,
}

/// <summary>The text forms of <see cref="ApprovalKind"/>.</summary>
public static class ApprovalKinds
{
    internal static readonly EnumText<ApprovalKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: submit, recall, approve, reopen.</summary>
    public static string Text(this ApprovalKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ApprovalKind kind) =>
        Texts.TryParse(text, out kind);
}
