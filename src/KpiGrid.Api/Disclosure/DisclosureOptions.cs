using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Disclosure;

/// <summary>When confidential figures count in what others are told; section <c>Disclosure</c>.</summary>
public sealed class DisclosureOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Disclosure";

    /// <summary>How many reporters must hide each other; each of them knows its own figure, so fewer than three hide nothing.</summary>
    /// <value>3.</value>
    [Range(3, 1_000)]
    public int ReportersMin { get; set; } = 3;

    /// <summary>The most members of a region that figures hide in: all of them are asked for their pilots.</summary>
    /// <value>500.</value>
    [Range(1, 20_000)]
    public int MembersMax { get; set; } = 500;

    /// <summary>The most reporting periods that one question is looked at in.</summary>
    /// <value>1,000.</value>
    [Range(1, 1_000)]
    public int PeriodsMax { get; set; } = 1_000;

    /// <summary>What is asked for; a test takes one away and must find what it kept.</summary>
    internal HidingRules Rules { get; set; } = HidingRules.All;
}
