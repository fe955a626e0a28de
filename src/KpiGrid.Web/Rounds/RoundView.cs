using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Rounds;

/// <summary>The pages of a round, as shown.</summary>
public sealed record RoundView
{
    /// <summary>The region's name.</summary>
    public required string Region { get; init; }

    /// <summary>The region's page.</summary>
    public required string RegionAddress { get; init; }

    /// <summary>The page of its rounds.</summary>
    public required string RoundsAddress { get; init; }

    /// <summary>What the round is called.</summary>
    public required string Title { get; init; }

    /// <summary>Its day, and up to when something counts.</summary>
    public required string Lead { get; init; }

    /// <summary>Since when; empty for the first round.</summary>
    public required string Since { get; init; }

    /// <summary>Whether it is invented.</summary>
    public required bool IsSample { get; init; }

    /// <summary>One page a member, in order.</summary>
    public required IReadOnlyList<SpokenPage> Pages { get; init; }

    /// <summary>The editions made of it, with their addresses.</summary>
    public required IReadOnlyList<(string Text, string Address)> Editions { get; init; }

    /// <summary>Where its forms post.</summary>
    public required string Action { get; init; }

    /// <summary>Whether the reader may freeze its numbers.</summary>
    public bool MayFreeze { get; init; }

    /// <summary>Why what was sent could not be saved; empty when nothing was wrong.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>What shows that a form was asked for; null where there is none.</summary>
    public FormToken? Token { get; init; }
}

/// <summary>What one municipality reads aloud.</summary>
public sealed record SpokenPage
{
    /// <summary>Its code; the page's place in the document too.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the one number is of; null where there is none.</summary>
    public string? NumberOf { get; init; }

    /// <summary>The one number.</summary>
    public string? Number { get; init; }

    /// <summary>What moved, a sentence each.</summary>
    public required IReadOnlyList<string> Moved { get; init; }

    /// <summary>How many more did; empty when none.</summary>
    public required string More { get; init; }

    /// <summary>What comes next, a sentence each.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>"Nothing to report", or that nothing was said; empty where something was.</summary>
    public required string Nothing { get; init; }

    /// <summary>When it was said; empty when nothing was.</summary>
    public required string SaidAt { get; init; }

    /// <summary>What stands in the form; null where the reader does not speak for it.</summary>
    public TurnEntry? Entry { get; init; }
}
