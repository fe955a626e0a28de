using KpiGrid.Api.Confirmations;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Confirmations;

/// <summary>What stands beside a figure that was reported on behalf of participants, in words.</summary>
internal sealed class BehalfText(Words words, string zone)
{
    /// <summary>How it was settled, and the key; one line each.</summary>
    public IReadOnlyList<string> Lines(BehalfAnswer behalf, string rule, string unit)
    {
        var lines = new List<string>();
        if (words.Confirmations.Rules.TryGetValue(rule, out var form))
            lines.Add(Words.Fill(form, Amount(behalf.Whole, unit), Amount(behalf.Own, unit), Amount(behalf.Counted, unit)));
        if (behalf.Key.Count > 1) lines.Add(Key(behalf.Key));
        return lines;
    }

    /// <summary>What a participant says of its part.</summary>
    public string Said(MemberAnswer member, string unit)
    {
        var status = words.Confirmations.Statuses[member.Status.Text()];
        if (member.Said is not { } said) return status;
        var told = Words.Fill(words.Confirmations.Told[said.Act.Text()], said.Author.Split('/')[0],
            words.Instant(Zones.Local(said.RecordedAt, zone)), Amount(said.Part, unit), words.Number(said.Revision));
        if (said.Reason is { } reason) told += $": {reason}";
        return member.Status == ConfirmationStatus.Superseded ? $"{status}. {told}" : told;
    }

    public string Amount(Amount amount, string unit) => words.With(words.Number(amount), unit);

    private string Key(IReadOnlyList<KeyShareAnswer> key)
    {
        var shares = string.Join(", ", key.Select(share => $"{share.Name ?? share.Municipality} {share.Share}"));
        var from = words.Day(key.Max(share => share.From));
        return key[0].Kpi is { } kpi ? Words.Fill(words.Confirmations.KeyOfKpi, from, shares, kpi)
            : Words.Fill(words.Confirmations.Key, from, shares);
    }
}
