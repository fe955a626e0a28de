using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>How a value was obtained.</summary>
[GenerateSerializer, Alias("Flag")]
[SuppressMessage("Naming", "CA1711", Justification = "The flag of a value is the domain's word.")]
public enum Flag : byte
{
    /// <summary>Observed, otherwise than by weighing.</summary>
    Measured = 0,

    /// <summary>Observed on a scale.</summary>
    Weighed = 1,

    /// <summary>Estimated by the reporter.</summary>
    Estimated = 2,

    /// <summary>Computed by a model.</summary>
    Modelled = 3,

    /// <summary>Stated without evidence.</summary>
    Declared = 4,

    /// <summary>A share of a figure reported for several municipalities.</summary>
    Allocated = 5,
}
