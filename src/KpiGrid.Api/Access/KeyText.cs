using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Api.Access;

/// <summary>A key as its holder has it: <c>kg_{id}_{secret}</c>. It is shown once; only the secret's hash is kept.</summary>
internal sealed class KeyText
{
    /// <summary>The id of the first key.</summary>
    public const string FirstId = "firstadmin22";

    private const string Prefix = "kg_";
    private const int IdLength = 12;
    private const int SecretBytes = 32;
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly byte[] secret;

    private KeyText(string id, byte[] secret) => (Id, this.secret) = (id, secret);

    /// <summary>What it is found by; no secret.</summary>
    public string Id { get; }

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(secret));

    public static KeyText New() =>
        new(RandomNumberGenerator.GetString(IdLetters, IdLength), RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The first key of an installation: its id is known, so that the registry lets one process make it.</summary>
    public static KeyText First() => new(FirstId, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads a key; null for anything that cannot be one.</summary>
    public static KeyText? Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length <= Prefix.Length + IdLength + 1) return null;
        var id = text[Prefix.Length..(Prefix.Length + IdLength)];
        if (text[Prefix.Length + IdLength] != '_' || !IsId(id)) return null;
        var secret = new byte[SecretBytes];
        var sent = Encoding.UTF8.GetBytes(text[(Prefix.Length + IdLength + 1)..]);
        return Base64Url.IsValid(sent, out var length) && length == SecretBytes
            && Base64Url.TryDecodeFromUtf8(sent, secret, out _)
                ? new(id, secret)
                : null;
    }

    /// <summary>Whether a text is meant to be a key, however wrong.</summary>
    public static bool IsMeant(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    public static bool IsId(string text) => text.Length == IdLength && text.All(IdLetters.Contains);

    /// <summary>Whether it has the secret of a hash; takes the same time however much of it fits.</summary>
    public bool Opens(KeyFacts facts) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(secret), facts.Hash.Length == 2 * SecretBytes ? Convert.FromHexString(facts.Hash) : []);

    /// <summary>The whole key; for its holder alone.</summary>
    public string Shown() => $"{Prefix}{Id}_{Base64Url.EncodeToString(secret)}";

    /// <summary>Never the secret: what is written anywhere by mistake is only the id.</summary>
    public override string ToString() => $"{Prefix}{Id}_…";
}
