using KpiGrid.Api.Explain;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Explain;

/// <summary>A measurement in words.</summary>
internal sealed class EntryText(Words words, KpiFacts kpi, string zone)
{
    /// <summary>As it was sent, and what that is in the KPI's unit.</summary>
    public string Sent(EntryAnswer entry)
    {
        var (sent, unit) = (entry.Sent, entry.Sent.Unit ?? entry.Unit);
        if (sent.Silence is { } silence) return words.Streams.Silences.GetValueOrDefault(silence, silence);
        if (sent.Members is { } members) return Words.Fill(words.Explain.Members, words.Number(members));
        if (sent is { Numerator: { } numerator, Denominator: { } denominator })
            return $"{words.With(words.Number(numerator), kpi.Numerator ?? "")} / {words.With(words.Number(denominator), kpi.Denominator ?? "")}";
        if (sent.Reading is { } reading) return Words.Fill(words.Explain.Reading, words.With(words.Number(reading), unit));
        if (sent.Value is not { } value) return words.Values.NoValue;
        var text = words.With(words.Number(value), unit);
        if (sent.Weight is { } weight) text += $" × {words.With(words.Number(weight), kpi.Weight ?? "")}";
        return entry.Conversion is null ? text : $"{text} = {words.With(words.Number(entry.A), entry.Unit)}";
    }

    /// <summary>What it comes to, or a part of it.</summary>
    public string Amount(Amount a, Amount? b, string unit) => b is { } divisor
        ? $"{words.Number(a)} / {words.Number(divisor)}"
        : words.With(words.Number(a), unit);

    /// <summary>How it was obtained.</summary>
    public string Obtained(EntryAnswer entry)
    {
        var texts = new List<string> { words.Of(entry.Flag) };
        if (entry.Provisional) texts.Add(words.Values.Marks["provisional"]);
        if (entry.Rule is { } rule && words.Explain.Rules.TryGetValue(rule, out var told)) texts.Add(told);
        if (entry.OnBehalfOf is { } other) texts.Add(Words.Fill(words.Explain.OnBehalf, other));
        return string.Join(" · ", texts);
    }

    /// <summary>When it was recorded, by whom, and which statement it is.</summary>
    public string Recorded(EntryAnswer entry)
    {
        var revision = entry.Revision == 1
            ? words.Explain.OneRevision
            : $"{Words.Fill(words.Explain.Revision, words.Number(entry.Revision))}, {KindOf(entry)}";
        return $"{words.Instant(Zones.Local(entry.RecordedAt, zone))}, {Words.Fill(words.Explain.By, Actor(entry.Author))} · {revision}";
    }

    public string KindOf(EntryAnswer entry) => words.Explain.RevisionKinds.GetValueOrDefault(entry.Kind, entry.Kind);

    /// <summary>Reason, note, evidence and import.</summary>
    public IReadOnlyList<string> Remarks(EntryAnswer entry)
    {
        var remarks = new List<string>();
        if (entry.Reason is { Length: > 0 } reason) remarks.Add(Words.Fill(words.Explain.Reason, reason));
        if (entry.Note is { Length: > 0 } note) remarks.Add(Words.Fill(words.Explain.Note, note));
        if (entry.Evidence.Count > 0) remarks.Add($"{words.Explain.Evidence}: {string.Join(", ", entry.Evidence)}");
        if (entry.Import is { } import) remarks.Add(Words.Fill(words.Streams.Import, import));
        return remarks;
    }

    /// <summary>Class and participant; empty for neither.</summary>
    public string Class(KpiStreamId stream, Func<MunicipalityId, string> name)
    {
        var texts = new List<string>();
        if (stream.Class is { } @class) texts.Add(words.Of(@class));
        if (stream.Municipality is { } municipality) texts.Add(Words.Fill(words.Places.Participant, name(municipality)));
        return string.Join(" · ", texts);
    }

    /// <summary>Who acts, without the key they acted with.</summary>
    private static string Actor(string author) => author.Split('/')[0];
}
