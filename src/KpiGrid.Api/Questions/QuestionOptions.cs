using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Questions;

/// <summary>The limits of questions; section <c>Questions</c>.</summary>
public sealed class QuestionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Questions";

    /// <summary>The most places in a union.</summary>
    /// <value>50.</value>
    [Range(1, 1_000)]
    public int PlacesMax { get; set; } = 50;

    /// <summary>The most municipalities or pilots that one question asks apart.</summary>
    /// <value>20,000.</value>
    [Range(1, 1_000_000)]
    public int FanOutMax { get; set; } = 20_000;

    /// <summary>How many of them are asked at once.</summary>
    /// <value>32.</value>
    [Range(1, 1_000)]
    public int CallsAtOnce { get; set; } = 32;

    /// <summary>How long a node that is not ready is asked again; then 503.</summary>
    /// <value>20 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReadyWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The youngest instant that can be asked for as known then.</summary>
    /// <value>5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan AsOfAge { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A node confirmed longer ago than this is called stale.</summary>
    /// <value>5 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How old a definition or a list of members may be when a node is asked.</summary>
    /// <value>1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan FactsAge { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How old a name or a time zone may be.</summary>
    /// <value>10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan NamesAge { get; set; } = TimeSpan.FromSeconds(10);
}
