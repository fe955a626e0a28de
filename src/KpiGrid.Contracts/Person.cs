namespace KpiGrid;

/// <summary>Who an actor is, for the people who look after the installation. It stands in no record and can be erased.</summary>
[GenerateSerializer, Immutable, Alias("Person")]
public sealed record Person
{
    /// <summary>The name; at most 200 characters, in Unicode form NFC, on one line.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The e-mail address; at most 254 characters; null when there is none.</summary>
    [Id(1)]
    public string? Email { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>Whether a text is the id of an actor: <c>[a-z0-9-]{1,64}</c>.</summary>
    public static bool IsActor(string text) => IdText.IsSlug(text, 64);

    /// <summary>What is wrong with it; empty when nothing is. No problem repeats what was sent.</summary>
    public IReadOnlyList<Problem> Check() => PersonCheck.Of(this);

    /// <summary>Never the name or the address: what is written anywhere by mistake is only this word.</summary>
    public override string ToString() => nameof(Person);
}
