namespace KpiGrid.Web.WhatIf;

/// <summary>A region with and without some of its members and pilots, as shown.</summary>
public sealed record WhatIfView
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>The region's page.</summary>
    public required string Address { get; init; }

    /// <summary>The period shown.</summary>
    public required Period Period { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The members that the reader may leave out.</summary>
    public required IReadOnlyList<WhatIfChoice> Members { get; init; }

    /// <summary>The pilots that the reader may leave out.</summary>
    public required IReadOnlyList<WhatIfChoice> Pilots { get; init; }

    /// <summary>Every KPI with and without them; null until somebody is left out.</summary>
    public IReadOnlyList<WhatIfRow>? Rows { get; init; }
}

/// <summary>Who can be left out.</summary>
/// <param name="Value">As the form sends it.</param>
/// <param name="Text">The name.</param>
/// <param name="IsChosen">Whether it is left out.</param>
public sealed record WhatIfChoice(string Value, string Text, bool IsChosen);

/// <summary>A KPI with and without those left out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code.</param>
/// <param name="Address">The region's page with the KPI chosen.</param>
/// <param name="Now">What it comes to.</param>
/// <param name="Without">What it would come to.</param>
/// <param name="Difference">How it would move; empty where that is no number.</param>
/// <param name="Coverage">How much of what was expected is inside, now and then.</param>
/// <param name="Targets">How targets stand, now and then.</param>
public sealed record WhatIfRow(
    string Name, string Code, string Address, string Now, string Without, string Difference, string Coverage,
    IReadOnlyList<string> Targets);
