using System.Globalization;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Streams;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Report;

/// <summary>Puts the form into words.</summary>
internal static class ReportViews
{
    private const int LatestMax = 6;

    public static ReportFormView Form(Visit visit, ReportSubject subject, ReportEntry entry, ReportFindings findings, AntiforgeryTokenSet token)
    {
        var (words, facts) = (visit.Words, subject.Facts);
        var fields = ReportFields.Of(facts, subject.IsMeter);
        var address = Address(visit.State, subject.Stream);
        return new()
        {
            Kpi = words.Of(facts.Names) ?? subject.Stream.Kpi.Value,
            Class = new EntryText(words, facts, "").Class(subject.Stream, _ => subject.Participant ?? ""),
            Definition = words.Of(facts.Definitions) ?? "",
            Action = address.Address,
            Hidden = [(token.FormFieldName, token.RequestToken!), ("id", entry.Id), ("revision", entry.Revision)],
            Asked = findings.Slip is { } slip ? SlipTexts.Question(words, facts, entry, slip, findings.Numbers) : null,
            Problems = findings.General(words),
            FieldProblems = findings.OfFields(words),
            Periods = Periods(words, subject, entry),
            Period = entry.Period,
            OtherPeriod = entry.OtherPeriod,
            LastDay = subject.Place.Today.ToString("O", CultureInfo.InvariantCulture),
            Numbers = [.. fields.Select(field => Number(words, facts, field, entry, findings.Numbers))],
            Units = Units(words, facts, entry),
            TakesMembers = facts.Kind == KpiKind.Distinct,
            Members = entry.Members,
            Silences = Silences(words, entry),
            Flags = [.. (facts.Flags ?? Enum.GetValues<Flag>()).Select(flag => new Choice(flag.Text(), words.Of(flag), flag.Text() == entry.Flag))],
            IsProvisional = entry.IsProvisional,
            Note = entry.Note,
            Evidence = entry.Evidence,
            OnBehalfOf = subject.IsOnBehalf ? entry.OnBehalfOf : null,
            Correction = entry.IsCorrection ? new(entry.Id, Kinds(words, entry), entry.Reason) : null,
            Latest = [.. subject.Entries.Reverse().Take(LatestMax).Select(each => Latest(words, facts, each, address))],
            StreamAddress = StreamAddress.Of(visit.State, subject.Stream),
        };
    }

    /// <summary>The form of a stream.</summary>
    public static ViewState Address(ViewState state, KpiStreamId stream) =>
        new()
        {
            Language = state.Language, Place = new(PlaceKind.Pilot, stream.Pilot.Value), Page = PageKind.Report,
            Kpi = stream.Kpi, Class = stream.Class, Participant = stream.Municipality,
        };

    private static IReadOnlyList<Choice> Periods(Words words, ReportSubject subject, ReportEntry entry)
    {
        if (ReportPeriods.Size(subject.Facts.Frequency) is not { } size) return [];
        var latest = ReportPeriods.Latest(size, subject.Place.Today);
        var listed = latest.Select(period => period.ToString()).Contains(entry.Period) || !Period.TryParse(entry.Period, out var other)
            ? latest : [other, .. latest];
        return [.. listed.Select(period => new Choice(period.ToString(), Named(words, period, subject), period.ToString() == entry.Period))];
    }

    private static string Named(Words words, Period period, ReportSubject subject)
    {
        var expected = subject.Expected.FirstOrDefault(each => each.Period == period.ToString());
        var state = expected is null ? "" : expected.Reported ? words.Report.PeriodReported
            : expected.InProgress ? words.Report.PeriodOpen : words.Report.PeriodMissing;
        return state.Length > 0 ? $"{words.Of(period)} ({state})" : words.Of(period);
    }

    private static NumberField Number(
        Words words, KpiFacts facts, MeasurementField field, ReportEntry entry, ReportNumbers numbers)
    {
        var text = entry.Numbers.GetValueOrDefault(field, "");
        var unit = ReportFields.FixedUnit(facts, field);
        return new(field.Name(), words.Report.Numbers[field.Name()], text, unit is null ? "" : words.Unit(unit),
            [.. numbers.Choices(field).Select(amount => new Choice(
                amount.ToString(), words.With(words.Number(amount), unit ?? entry.Unit), amount == numbers.At(field)))],
            facts.Kind == KpiKind.Score ? [.. facts.Classes.Select(score => new Choice(score.Value, score.Value, score.Value == text))] : []);
    }

    private static IReadOnlyList<Choice> Units(Words words, KpiFacts facts, ReportEntry entry)
    {
        var units = ReportFields.Units(facts);
        return units.Count < 2 ? [] : [.. units.Select(unit => new Choice(unit, words.Unit(unit), unit == entry.Unit))];
    }

    private static IReadOnlyList<Choice> Silences(Words words, ReportEntry entry) =>
    [
        new("", words.Report.NotSilent, entry.Silence.Length == 0),
        .. words.Streams.Silences.Select(reason => new Choice(reason.Key, reason.Value, reason.Key == entry.Silence)),
    ];

    private static IReadOnlyList<Choice> Kinds(Words words, ReportEntry entry) =>
    [
        .. words.Report.Kinds.Select(kind => new Choice(kind.Key, kind.Value, kind.Key == entry.Kind)),
    ];

    private static LatestLine Latest(Words words, KpiFacts facts, SeriesEntry entry, ViewState address) => new(
        words.Of(Period.Of(entry.Days)), new EntryText(words, facts, "").Sent(Api.Explain.EntryAnswer.Of(entry, facts.Kind)),
        (address with { Correct = entry.Sent.Id }).Address);
}
