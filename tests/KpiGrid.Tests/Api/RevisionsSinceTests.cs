using KpiGrid.Api.Changes;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Api;

public sealed class RevisionsSinceTests
{
    private static readonly DayRange Asked = Period.Parse("2026-Q1").Range;

    [Fact]
    public void A_withdrawal_says_what_it_took_out_and_a_restore_what_came_back()
    {
        var revisions = Since(1, Said("a", 1, "5"), Said("a", 2, "5", RevisionKind.Withdrawal), Said("a", 3, "5", RevisionKind.Restore));

        Assert.Equal([("5", null), (null, "5")], revisions.Select(Counted));
    }

    [Fact]
    public void A_measurement_moved_out_of_the_days_asked_has_changed_what_was_there()
    {
        var moved = Said("a", 2, "5", RevisionKind.Correction) with { Days = Period.Parse("2026-Q2").Range };

        Assert.Equal([("5", "5")], Since(1, Said("a", 1, "5"), moved).Select(Counted));
    }

    [Fact]
    public void What_was_known_then_or_speaks_of_other_days_has_not_changed()
    {
        var later = Said("b", 2, "7") with { Revision = 1, Days = Period.Parse("2026-Q2").Range };

        Assert.Empty(Since(1, Said("a", 1, "5"), later));
    }

    [Fact]
    public void A_reason_for_silence_counts_nothing()
    {
        var silent = Said("a", 2, "0", RevisionKind.Correction);
        silent = silent with { Sent = silent.Sent with { Silence = "nothing-to-report" } };

        Assert.Equal([("5", null)], Since(1, Said("a", 1, "5"), silent).Select(Counted));
    }

    private static IReadOnlyList<RevisionAnswer> Since(long then, params SeriesEntry[] history) =>
        [.. RevisionsSince.After(history, then).Where(said => said.Is(entry => Revised.Reaches(entry, Asked, KpiKind.Flow)))
            .Select(said => RevisionAnswer.Of(said.Before, said.Entry, KpiKind.Flow))];

    private static (string?, string?) Counted(RevisionAnswer revision) =>
        (revision.Before?.A.ToString(), revision.After?.A.ToString());

    /// <summary>Each revision in a record of its own.</summary>
    private static SeriesEntry Said(string id, int revision, string value, RevisionKind kind = RevisionKind.Initial) => new()
    {
        Stream = new(PilotId.Parse("p"), Waste, null, null),
        Sent = new() { Id = MeasurementId.Parse(id), Kpi = Waste, Period = "2026-Q1", Value = A(value) },
        Days = Asked, A = A(value), B = Amount.Zero, Unit = "t", Definition = 1, Revision = revision, Kind = kind,
        Author = "actor-1", RecordedAt = new(2026, 5, revision, 0, 0, 0, TimeSpan.Zero), Sequence = revision,
    };
}
