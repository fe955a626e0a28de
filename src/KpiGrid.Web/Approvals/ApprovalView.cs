using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Approvals;

/// <summary>Which periods of a pilot may still change, and what this caller may decide about them.</summary>
public sealed record ApprovalView
{
    /// <summary>Who has to say yes, in words.</summary>
    public required string Levels { get; init; }

    /// <summary>The last quarters, newest first.</summary>
    public required IReadOnlyList<StatusRow> Periods { get; init; }

    /// <summary>The last acts, newest first, in words.</summary>
    public required IReadOnlyList<string> Acts { get; init; }

    /// <summary>What the caller may decide: the value of a button and its text; empty shows no form.</summary>
    public required IReadOnlyList<(string Act, string Text)> Buttons { get; init; }

    /// <summary>Where the form goes.</summary>
    public required string Action { get; init; }

    /// <summary>The day that stands in the form.</summary>
    public required string Day { get; init; }

    /// <summary>The id of the act this form makes, so that a form sent twice is one act.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong with what was sent, in words.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>Against forms from elsewhere; null where there is no form.</summary>
    public FormToken? Token { get; init; }
}

/// <summary>A period and its status.</summary>
/// <param name="Period">The period, in words.</param>
/// <param name="Status">The status, in words.</param>
public sealed record StatusRow(string Period, string Status);
