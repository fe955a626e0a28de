namespace KpiGrid.Host.Commands;

/// <summary>What the program answers to a script.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Something was refused, or differences were found.</summary>
    public const int Refused = 1;

    public const int Usage = 2;

    public const int NotReachable = 3;
}
