using System.Text.Json.Serialization;
using KpiGrid.Api.Editions;

namespace KpiGrid.Api.Rounds;

/// <summary>The pages of a round, in the order in which its members speak.</summary>
internal sealed record PackAnswer
{
    public required string Region { get; init; }
    public required string Round { get; init; }
    public required string Title { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>As known here; while it lies ahead, as everything stands.</summary>
    public required DateTimeOffset CutOff { get; init; }

    /// <summary>The cut-off of the round before, from which on it counts; null for the first round.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether the cut-off lies ahead, so that more may come.</summary>
    public required bool Preliminary { get; init; }

    public required IReadOnlyList<PackPage> Pages { get; init; }

    /// <summary>How many members' pages the caller may not read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Hidden { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}

/// <summary>What one municipality reads aloud in two minutes.</summary>
internal sealed record PackPage
{
    public required string Municipality { get; init; }
    public string? Name { get; init; }

    /// <summary>moved, steps, nothing-to-report (said so), or silent (nothing moved and nothing was said).</summary>
    public required string Says { get; init; }

    /// <summary>Whether it was said that there is nothing to report, whatever moved.</summary>
    public required bool NothingToReport { get; init; }

    /// <summary>The one number: the last period of which there is a value.</summary>
    public PackNumber? Number { get; init; }

    /// <summary>What moved since the round before; at most five, that of the one number first.</summary>
    public required IReadOnlyList<Move> Moved { get; init; }

    /// <summary>How many more moved.</summary>
    public required int More { get; init; }

    public required IReadOnlyList<NextStep> Steps { get; init; }

    /// <summary>When the steps were last said.</summary>
    public DateTimeOffset? SaidAt { get; init; }
}

/// <summary>A number to name.</summary>
internal sealed record PackNumber(KpiCode Kpi, Period Period, Amount Value, string Unit);
