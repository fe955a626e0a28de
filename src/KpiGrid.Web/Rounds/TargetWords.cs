using KpiGrid.Api.Targets;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Rounds;

/// <summary>A target in words.</summary>
internal static class TargetWords
{
    public static string Wanted(Words words, TargetAnswer target) => Words.Fill(words.Rounds.WantedForm,
        words.With(words.Number(target.Wanted.Whole), target.Unit), words.Of(target.Wanted.Period));

    public static string Status(Words words, TargetAnswer target) => Words.Fill(
        words.Rounds.Statuses[target.Status.Text()], words.Day(target.MeasuredTo));

    /// <summary>How much of the whole there is, in whole percent.</summary>
    public static int Percent(TargetAnswer target) => target.Progress is { } part
        ? (int)Math.Clamp(Amount.Product(part, Amount.Of(100)).ToDecimal(), -9_999, 9_999)
        : 0;

    /// <summary>For a tile.</summary>
    public static TargetProgress Mark(Words words, TargetAnswer target)
    {
        var form = target.Direction == Direction.Up ? words.Regions.Target : words.Rounds.PartForm;
        var text = Words.Fill(form, Wanted(words, target), words.Number(Percent(target)));
        return new($"{text}, {Status(words, target)}", Percent(target));
    }
}
