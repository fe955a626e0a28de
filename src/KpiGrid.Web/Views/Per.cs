namespace KpiGrid.Web.Views;

/// <summary>What values are divided by.</summary>
internal enum Per
{
    /// <summary>Nothing.</summary>
    Absolute = 0,

    /// <summary>Inhabitants.</summary>
    Inhabitant,

    /// <summary>The pilot's budget.</summary>
    Budget,

    /// <summary>Square metres.</summary>
    Area,
}
