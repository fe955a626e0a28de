namespace KpiGrid.Host.Import;

/// <summary>What became of the rows of a file.</summary>
internal sealed record ImportCounts
{
    public string Import { get; init; } = "";

    public bool DryRun { get; init; }

    public long Rows { get; set; }

    public long Measurements { get; set; }

    public long Blanks { get; set; }

    public long LostDigits { get; set; }

    public long Recorded { get; set; }

    public long Repeated { get; set; }

    /// <summary>Refused by the server.</summary>
    public long Refused { get; set; }

    /// <summary>Not sent: a dry run with pilots that are not there yet, or an import that stopped.</summary>
    public long NotSent => Measurements - Recorded - Repeated - Refused;

    public long Errors { get; set; }

    /// <summary>What the checks ask about; nothing is sent until it is confirmed.</summary>
    public long Held { get; set; }

    /// <summary>What the checks told, besides.</summary>
    public long Told { get; set; }

    /// <summary>As of when the municipalities are drawn, as the mapping says.</summary>
    public string? Boundaries { get; init; }

    public int Pilots { get; set; }

    public int Created { get; set; }

    public int Retries { get; set; }

    public double Seconds { get; set; }

    public long RowsPerSecond => Seconds > 0 ? (long)(Rows / Seconds) : 0;

    public long PeakMemoryMiB { get; set; }

    public List<RowError> FirstErrors { get; } = [];

    public List<RowError> FirstHeld { get; } = [];

    public List<RowError> FirstTold { get; } = [];

    public List<string> Warnings { get; } = [];
}
