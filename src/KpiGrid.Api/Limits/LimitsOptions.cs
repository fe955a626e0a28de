using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Limits;

/// <summary>How much one key, one address and one connection may ask for; section <c>Limits</c>.</summary>
/// <remarks>
/// The limits of a key keep a runaway loop from starving everybody else, and never stop an importer that waits for its
/// answers. The limits of an address without a key keep strangers from making the store work.
/// </remarks>
public sealed class LimitsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>The time that the rates below are counted by.</summary>
    /// <value>1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan Per { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The requests of one key in that time.</summary>
    /// <value>50,000.</value>
    [Range(1, 10_000_000)]
    public int KeyRequests { get; set; } = 50_000;

    /// <summary>The requests of one key at once after a pause.</summary>
    /// <value>100,000.</value>
    [Range(1, 100_000_000)]
    public int KeyBurst { get; set; } = 100_000;

    /// <summary>The requests of one key that may be under way together, live streams aside.</summary>
    /// <value>1,024.</value>
    [Range(1, 1_000_000)]
    public int KeyRequestsAtOnce { get; set; } = 1_024;

    /// <summary>The live streams that one key may hold open.</summary>
    /// <value>2,000.</value>
    [Range(1, 1_000_000)]
    public int KeyStreamsAtOnce { get; set; } = 2_000;

    /// <summary>The requests from one address in that time without a key in force, and first ones with a key.</summary>
    /// <value>100.</value>
    [Range(1, 10_000_000)]
    public int StrangerRequests { get; set; } = 100;

    /// <summary>The requests from one address without a key in force at once after a pause.</summary>
    /// <value>1,000.</value>
    [Range(1, 100_000_000)]
    public int StrangerBurst { get; set; } = 1_000;

    /// <summary>The requests from one address without a key that may be under way together.</summary>
    /// <value>64.</value>
    [Range(1, 1_000_000)]
    public int StrangerRequestsAtOnce { get; set; } = 64;

    /// <summary>The live streams that one address may hold open without a key, where totals are published.</summary>
    /// <value>50.</value>
    [Range(1, 1_000_000)]
    public int StrangerStreamsAtOnce { get; set; } = 50;

    /// <summary>The most characters in a request's query.</summary>
    /// <value>8,000.</value>
    [Range(256, 30_000)]
    public int QueryCharactersMax { get; set; } = 8_000;

    /// <summary>The most header fields of a request.</summary>
    /// <value>64.</value>
    [Range(16, 1_000)]
    public int HeadersMax { get; set; } = 64;

    /// <summary>The most bytes in the header fields of a request together.</summary>
    /// <value>16 KiB.</value>
    [Range(4_096, 1_048_576)]
    public int HeaderBytesMax { get; set; } = 16 * 1_024;

    /// <summary>How long a connection may take to send the header of a request.</summary>
    /// <value>15 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The bytes per second that a body must come at, and an answer be taken at.</summary>
    /// <value>240.</value>
    [Range(1, 1_000_000)]
    public int BytesPerSecondMin { get; set; } = 240;

    /// <summary>How long a body or an answer may be slower than that at first.</summary>
    /// <value>5 s.</value>
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan SlowFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The connections that may be open together.</summary>
    /// <value>20,000.</value>
    [Range(1, 1_000_000)]
    public int ConnectionsMax { get; set; } = 20_000;
}
