using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid.Silo.Webhook;

/// <summary>What is posted of a late mark: <c>{"type":"kpi-stream.late","timestamp":…,"data":{…}}</c>.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When it was recorded.</param>
/// <param name="Data">What is late.</param>
internal sealed record LateEvent(string Type, DateTimeOffset Timestamp, LateEventData Data)
{
    private const string Late = "kpi-stream.late";

    private static readonly JsonSerializerOptions json = new(KpiGridJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Body(LateMark mark, Uri? link) => Bytes(mark, link, sample: null);

    /// <summary>One that says of itself that it is a sample.</summary>
    public static byte[] Sample(LateMark mark, Uri? link) => Bytes(mark, link, sample: true);

    private static byte[] Bytes(LateMark mark, Uri? link, bool? sample) => JsonSerializer.SerializeToUtf8Bytes(
        new LateEvent(Late, mark.MarkedAt, new()
        {
            Id = mark.Id, Sample = sample, Pilot = mark.Stream.Pilot.Value, Kpi = mark.Stream.Kpi.Value,
            Class = mark.Stream.Class?.Value, Municipality = mark.Stream.Municipality?.Value,
            Municipalities = [.. mark.Municipalities.Select(place => place.Value)],
            Period = mark.Period.ToString(), Due = mark.Due, LateSince = mark.Due.AddDays(1),
            Link = link is null ? null : new Uri(link, $"pilots/{mark.Stream.Pilot}").AbsoluteUri,
        }), json);
}

/// <summary>A late KPI stream.</summary>
internal sealed record LateEventData
{
    /// <summary>The mark's id, which is the message's.</summary>
    public required string Id { get; init; }

    /// <summary>True of a sample that was asked for; else absent.</summary>
    public bool? Sample { get; init; }

    public required string Pilot { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }

    /// <summary>The participant, where the stream is one participant's own.</summary>
    public string? Municipality { get; init; }

    /// <summary>Those it is late for.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>The first period that is missing.</summary>
    public required string Period { get; init; }

    public required DateOnly Due { get; init; }
    public required DateOnly LateSince { get; init; }

    /// <summary>The pilot's page.</summary>
    public string? Link { get; init; }
}
