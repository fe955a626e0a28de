using KpiGrid.Api.Editions;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Rounds;

/// <summary>Numbers of several KPIs in words, each with its name, decimals and unit.</summary>
internal sealed class PackNumbers(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    public async Task<NumberWords> Of(Words words, IEnumerable<KpiCode> kpis)
    {
        var facts = new Dictionary<KpiCode, KpiFacts>();
        foreach (var kpi in kpis.Distinct())
            if (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.NamesAge) is { } known) facts[kpi] = known.Facts;
        return new(words, facts);
    }
}

/// <summary>How the numbers of some KPIs read.</summary>
internal sealed record NumberWords(Words Words, IReadOnlyDictionary<KpiCode, KpiFacts> Kpis)
{
    public string Name(KpiCode kpi) => Kpis.TryGetValue(kpi, out var facts) ? Words.Of(facts.Names) ?? kpi.Value : kpi.Value;

    public string Value(KpiCode kpi, Amount? value, string unit) =>
        value is { } amount ? Words.With(Words.Number(Rounded(kpi, amount)), unit) : Words.Values.NoValue;

    /// <summary>A change with its sign; empty where there is none to tell.</summary>
    public string Change(KpiCode kpi, Amount? by, string unit) =>
        by is { } amount ? Words.With(Words.Signed(Rounded(kpi, amount)), unit) : "";

    /// <summary>What moved, to be read aloud.</summary>
    public string Of(Move move)
    {
        var (name, period) = (Name(move.Kpi), Words.Of(move.Period));
        var (was, now) = (Value(move.Kpi, move.Was, move.Unit), Value(move.Kpi, move.Now, move.Unit));
        return move.Was is null ? Words.Fill(Words.Pack.NewForm, name, period, now)
            : move.Now is null ? Words.Fill(Words.Pack.GoneForm, name, period, was)
            : Words.Fill(Words.Pack.MovedForm, name, period, was, now);
    }

    /// <summary>No more decimals than the KPI shows, and no zeros behind them: nobody reads those aloud.</summary>
    private Amount Rounded(KpiCode kpi, Amount amount) =>
        Kpis.TryGetValue(kpi, out var facts) ? Shown.Rounded(amount, facts.Decimals) : amount;
}
