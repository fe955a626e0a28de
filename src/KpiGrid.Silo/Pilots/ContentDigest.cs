using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// Hashes what the sender sent, normalised: 1.0 is 1.00, 2026-Q1 is 2026-01-01/2026-04-01, a missing flag is measured;
/// the unit as sent is content, so 1000 kg is not 1 t.
/// </summary>
internal static class ContentDigest
{
    /// <summary>Of a measurement in its <see cref="SentForm"/>, whatever definition and shares say of it today.</summary>
    public static UInt128 AsSent(Measurement form) =>
        Of(form, Period.TryParse(form.Period, out var period) ? period.Range : null);

    /// <summary>The same where it is known what the measurement came to: mostly it came to what was sent.</summary>
    public static UInt128 AsSent(Measurement form, Measurement completed, UInt128 digest) =>
        ReferenceEquals(form, completed) && !Instants.IsInstant(form.Period) ? digest : AsSent(form);

    /// <summary>Of a measurement on the days it was found to be for; an instant that has none yet counts as its text.</summary>
    public static UInt128 Of(Measurement sent, DayRange? days)
    {
        var fields = new Fields();
        fields.Add(sent.Class?.Value);
        fields.Add(sent.Municipality?.Value);
        fields.Add(days?.First.DayNumber ?? -1);
        fields.Add(days?.Last.DayNumber ?? -1);
        if (days is null) fields.Add(sent.Period);
        fields.Add(sent.Unit);
        fields.Add(sent.Value);
        fields.Add(sent.Numerator);
        fields.Add(sent.Denominator);
        fields.Add(sent.Weight);
        fields.Add(sent.Reading);
        fields.Add((sent.Reset ? 1 : 0) + (sent.Provisional ? 2 : 0) + 4 * (int)(sent.Flag ?? Flag.Measured));
        fields.Add(sent.Note);
        fields.Add(sent.OnBehalfOf);
        fields.Add(sent.Silence);
        fields.Add(sent.Members);
        fields.Add(sent.Evidence);
        fields.Add(sent.Tags);
        fields.Add(sent.Links);
        return fields.Digest();
    }

    /// <summary>Of a further statement: its kind and reason, and the content it brings.</summary>
    public static UInt128 Of(RevisionKind kind, string reason, UInt128? content)
    {
        var fields = new Fields();
        fields.Add((int)kind);
        fields.Add(reason);
        fields.Add(content?.ToString(CultureInfo.InvariantCulture));
        return fields.Digest();
    }

    /// <summary>Fields one after the other, each with its length before it, so that no two lists of fields read alike.</summary>
    private readonly ref struct Fields()
    {
        private readonly ArrayBufferWriter<byte> bytes = new(256);

        public void Add(int number)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), number);
            bytes.Advance(4);
        }

        public void Add(string? text)
        {
            Add(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            if (text is not null) Encoding.UTF8.GetBytes(text, bytes);
        }

        public void Add(Amount? amount)
        {
            Add(amount is null ? -1 : 16);
            if (amount is not { } given) return;
            BinaryPrimitives.WriteInt128BigEndian(bytes.GetSpan(16), given.Count);
            bytes.Advance(16);
        }

        public void Add(IReadOnlyList<string>? list)
        {
            Add(list?.Count ?? -1);
            foreach (var text in list ?? []) Add(text);
        }

        public UInt128 Digest()
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.WrittenSpan, hash);
            return BinaryPrimitives.ReadUInt128BigEndian(hash);
        }
    }
}
