using System.Text.Json.Serialization;

namespace KpiGrid.Api.Confirmations;

/// <summary>A participant, its part of a measurement that was reported on its behalf, and what it says of that.</summary>
/// <param name="Municipality">The participant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share.</param>
/// <param name="Part">What it gets; of a quotient the numerator, or value x weight.</param>
/// <param name="Status">How things stand.</param>
/// <param name="Said">The newest it has said, of whatever revision; null when nothing.</param>
internal sealed record MemberAnswer(
    string Municipality, string? Name, string Share, Amount Part, ConfirmationStatus Status, SaidAnswer? Said)
{
    /// <summary>Whether it waits for a confirmation as it counts now.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is ConfirmationStatus.Waiting or ConfirmationStatus.Superseded;

    /// <summary>One for each part of a line; none where it was not reported on behalf of others.</summary>
    public static IEnumerable<MemberAnswer> Of(ExplainLine line, IReadOnlyDictionary<string, string> named) =>
        from part in line.OnBehalf is null ? [] : line.Parts
        where part.Municipality is not null
        let said = line.OnBehalf!.Confirmations.FirstOrDefault(each => each.Act.Municipality == part.Municipality)
        select new MemberAnswer(
            part.Municipality!.Value.Value, named.GetValueOrDefault(part.Municipality.Value.Value), $"{part.Parts}/{part.Whole}", part.A,
            Confirmation.Status(said, line.Entry.Revision, part.A, part.B), said is null ? null : SaidAnswer.Of(said));
}

/// <summary>A confirmation or dispute as it was recorded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Act">Which of them.</param>
/// <param name="Revision">Of which revision.</param>
/// <param name="Part">What the part came to then.</param>
/// <param name="Reason">Why.</param>
/// <param name="Author">By whom.</param>
/// <param name="RecordedAt">When.</param>
internal sealed record SaidAnswer(
    string Id, ConfirmationKind Act, int Revision, Amount Part, string? Reason, string Author, DateTimeOffset RecordedAt)
{
    public static SaidAnswer Of(Confirmation said) => new(
        said.Act.Id, said.Act.Kind, said.Act.Revision, said.A, said.Act.Reason, said.Act.Author, said.RecordedAt);
}
