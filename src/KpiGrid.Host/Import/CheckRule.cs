namespace KpiGrid.Host.Import;

/// <summary>What must hold for a row, or for the rows of a group together; what does not is asked about.</summary>
internal sealed record CheckRule
{
    /// <summary>What is checked, in the words of the question.</summary>
    public string Name { get; init; } = "";

    /// <summary>The column checked; its zeros and blanks are left alone.</summary>
    public string? Of { get; init; }

    /// <summary>Columns that add to <see cref="Of"/>.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>How far parts and total may be apart, for totals that were rounded.</summary>
    public Amount Tolerance { get; init; }

    /// <summary>A column to divide by, such as inhabitants.</summary>
    public string? Per { get; init; }

    /// <summary>The least that is plausible, without its sign.</summary>
    public Amount? Min { get; init; }

    public Amount? Max { get; init; }

    /// <summary>A column with the year that the period should lie in.</summary>
    public string? Year { get; init; }

    /// <summary>The columns whose equal cells make a group, for <see cref="Against"/>.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>A file with the total of each group.</summary>
    public GroupTotals? Against { get; init; }

    /// <summary>Whether what is asked about waits for an answer, or is only told.</summary>
    public bool Hold { get; init; } = true;
}

/// <summary>Totals of groups in another file of the same encoding and culture.</summary>
internal sealed record GroupTotals
{
    /// <summary>Its name, in the folder of the file imported.</summary>
    public string File { get; init; } = "";

    /// <summary>Its columns that name a group, in the order of <see cref="CheckRule.By"/>.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    public string Total { get; init; } = "";
}
