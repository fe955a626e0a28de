namespace KpiGrid;

/// <summary>One act as it was recorded, and what the participant's part came to then.</summary>
/// <param name="Act">The act.</param>
/// <param name="A">The part, in <paramref name="Unit"/>.</param>
/// <param name="B">The denominator or weight of the part; zero where the kind has none.</param>
/// <param name="Unit">The unit of the part.</param>
/// <param name="Sequence">The sequence of its record in the pilot's journal stream.</param>
/// <param name="RecordedAt">When.</param>
[GenerateSerializer, Immutable, Alias("Confirmation")]
public sealed record Confirmation(
    [property: Id(0)] ConfirmationAct Act,
    [property: Id(1)] Amount A,
    [property: Id(2)] Amount B,
    [property: Id(3)] string Unit,
    [property: Id(4)] long Sequence,
    [property: Id(5)] DateTimeOffset RecordedAt)
{
    /// <summary>Parts are cut at 1e-9: one may move by a few of these when another measurement of the same days comes in.</summary>
    private const long CutMax = 100;

    /// <summary>How things stand between a participant's newest act and its part of a measurement now.</summary>
    /// <param name="said">The newest act; null when there is none.</param>
    /// <param name="revision">The revision that counts.</param>
    /// <param name="a">The part now.</param>
    /// <param name="b">The denominator or weight of the part now.</param>
    public static ConfirmationStatus Status(Confirmation? said, int revision, Amount a, Amount b) =>
        said is null ? ConfirmationStatus.Waiting
        : said.Act.Revision != revision || !IsNear(said.A, a) || !IsNear(said.B, b) ? ConfirmationStatus.Superseded
        : said.Act.Kind == ConfirmationKind.Confirm ? ConfirmationStatus.Confirmed
        : ConfirmationStatus.Disputed;

    private static bool IsNear(Amount then, Amount now) => Int128.Abs((then - now).Count) <= CutMax;
}

/// <summary>How things stand between a participant and its part of a measurement.</summary>
public enum ConfirmationStatus
{
    /// <summary>It has said nothing.</summary>
    Waiting,

    /// <summary>It has said that its part is right as it counts now.</summary>
    Confirmed,

    /// <summary>It has said that its part is wrong as it counts now.</summary>
    Disputed,

    /// <summary>What it said was of an earlier revision, or its part has come to something else since: it waits again.</summary>
    Superseded,
}

/// <summary>The text forms of <see cref="ConfirmationStatus"/>.</summary>
public static class ConfirmationStatuses
{
    internal static readonly EnumText<ConfirmationStatus> Texts = new(status => status.ToString().ToLowerInvariant());

    /// <summary>The text form: waiting, confirmed, disputed, superseded.</summary>
    public static string Text(this ConfirmationStatus status) => Texts.Of(status);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse(string? text, out ConfirmationStatus status) => Texts.TryParse(text, out status);
}

/// <summary>What became of an act.</summary>
[GenerateSerializer, Immutable, Alias("ConfirmationAnswer")]
public sealed record ConfirmationAnswer
{
    /// <summary>The act as recorded; null when it was refused.</summary>
    [Id(0)] public Confirmation? Confirmation { get; init; }

    /// <summary>What was refused.</summary>
    [Id(1)] public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The HTTP status of a refusal: 403, 404, 409 or 422.</summary>
    [Id(2)] public int Status { get; init; } = 200;

    /// <summary>Whether the same act was recorded already and nothing moved.</summary>
    [Id(3)] public bool Repeated { get; init; }

    /// <summary>A refusal for one reason.</summary>
    public static ConfirmationAnswer Refused(int status, Problem problem) => new() { Problems = [problem], Status = status };
}
