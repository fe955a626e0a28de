using KpiGrid.Api.Impact;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Report;

/// <summary>Puts a receipt and what it moved into words.</summary>
internal static class ReceiptViews
{
    public static ReceiptView Of(Visit visit, ReportSubject subject, ReportEntry entry, Recorded recorded)
    {
        var (words, texts) = (visit.Words, visit.Words.Report);
        var receipt = recorded.Answer.Receipts[0];
        var again = ReportViews.Address(visit.State, subject.Stream);
        var isWithdrawn = IsWithdrawn(entry);
        return new()
        {
            Title = receipt.Repeated ? texts.RepeatedTitle : isWithdrawn ? texts.WithdrawnTitle : texts.RecordedTitle,
            Text = receipt.Repeated ? texts.Repeated : Recorded(words, subject, entry, receipt),
            Pilot = subject.Pilot.Name,
            PilotAddress = visit.State.At(visit.State.Place).Address,
            Kpi = words.Of(subject.Facts.Names) ?? subject.Stream.Kpi.Value,
            Moves = [.. (recorded.Impact?.Moves ?? []).Select(move => Move(visit, move))],
            Notes = Notes(words, recorded),
            Again = again.Address,
            Correct = isWithdrawn ? null : (again with { Correct = receipt.Id }).Address,
            StreamAddress = StreamAddress.Of(visit.State, subject.Stream),
        };
    }

    private static bool IsWithdrawn(ReportEntry entry) => entry.Kind == Api.Measurements.RevisionKinds.Text(RevisionKind.Withdrawal);

    private static string Recorded(Words words, ReportSubject subject, ReportEntry entry, Receipt receipt)
    {
        if (IsWithdrawn(entry)) return words.Report.WithdrawnText;
        var value = words.Streams.Silences.TryGetValue(entry.Silence, out var silence) ? silence : receipt.B is { } b && subject.Facts.Kind.HasParts()
            ? Words.Fill(words.Explain.Quotient, words.Number(receipt.A), words.Number(b))
            : subject.Facts.Kind == KpiKind.Score ? words.Of(subject.Facts.Names) ?? "" : words.With(words.Number(receipt.A), receipt.Unit);
        return Words.Fill(receipt.Revision > 1 ? words.Report.Corrected : words.Report.Recorded, value, words.Number(receipt.Revision));
    }

    private static List<string> Notes(Words words, Recorded recorded)
    {
        if (recorded.Impact is not { } impact) return [];
        var notes = new List<string>();
        if (impact.Moves.Count == 0 && !recorded.Answer.Receipts[0].Repeated)
            notes.Add(recorded.Answer.Moves.Count > 0 ? words.Report.NotSettled : words.Report.NothingMoved);
        if (impact.LeftOut > 0) notes.Add(Words.Fill(words.Report.MoreMoved, words.Number(impact.LeftOut)));
        if (impact.Hidden > 0) notes.Add(Words.Fill(words.Frame.Hidden, words.Number(impact.Hidden)));
        return notes;
    }

    private static MoveLine Move(Visit visit, MoveAnswer move)
    {
        var words = visit.Words;
        var place = PlaceRef.TryParseNode(move.Node, out var read) ? read : null;
        var period = Period.Parse(move.Period);
        var address = visit.State.At(place) with { Kpi = KpiCode.Parse(move.Kpi), Period = period };
        return new(move.Name ?? move.Node, address.Address, Kind(words, place), words.Of(period),
            Value(words, move.From, move.Before, move.Unit), Value(words, move.To, move.After, move.Unit),
            move.To is { } to ? words.Signed(to - (move.From ?? Amount.Zero)) : "", words.Coverage(move.Coverage) ?? "");
    }

    private static string Value(Words words, Amount? value, SideAnswer? side, string unit) => value is { } amount
        ? words.With(words.Number(amount), unit)
        : side switch
        {
            { Amounts: { Count: > 0 } amounts } => string.Join(" + ", amounts.Select(money => words.With(words.Number(money.Value), money.Unit))),
            { AtLeast: { } least, AtMost: { } most } => Words.Fill(words.Values.Between, words.Number(least), words.Number(most)),
            { Distribution: { } scores } => string.Join(", ", scores.Select(score => $"{score.Class}: {words.Number(score.Count)}")),
            _ => words.Values.NoValue,
        };

    private static string Kind(Words words, PlaceRef? place) => place?.Kind switch
    {
        PlaceKind.Pilot => words.Find.Pilot,
        PlaceKind.Municipality => words.Find.Municipality,
        _ => words.Find.Region,
    };
}
