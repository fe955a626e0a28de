using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>What a pilot is.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("PilotKind")]
[SuppressMessage("Naming", "CA1720", Justification = "Single stands against joint, not for a number type.")]
public enum PilotKind : byte
{
    /// <summary>A project of one municipality.</summary>
    Single = 1,

    /// <summary>A project of several municipalities.</summary>
    Joint = 2,

    /// <summary>Figures about one whole municipality.</summary>
    Municipal = 3,

    /// <summary>Figures that an intermunicipal body reports for its members.</summary>
    Body = 4,
}
