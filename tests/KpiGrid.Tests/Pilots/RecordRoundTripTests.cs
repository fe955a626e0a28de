using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class RecordRoundTripTests
{
    public static TheoryData<string> Forms => [.. Every.Keys];

    private static Dictionary<string, Measurement> Every { get; } = new(StringComparer.Ordinal)
    {
        ["flow"] = Sent.Value("CDW-GEN", "a", "2026-Q1", "120.000000001"),
        ["flow in kg"] = Sent.Value("CDW-GEN", "a", "2026-Q1", "1000") with { Unit = "kg" },
        ["flow in an alias"] = Sent.Value("CDW-GEN", "a", "2026-Q1", "1") with { Unit = "Mg" },
        ["flow with a class"] = Sent.Recycled("a", "2026-01-01/2026-04-01", "0"),
        ["largest flow"] = Sent.Value("CDW-GEN", "a", "2026-Q1", "999999999999999.999999999"),
        ["credit"] = Sent.Value("CDW-GEN", "a", "2026-Q1", "-4480") with { Flag = Flag.Measured, Note = "credit" },
        ["own figure"] = Sent.Value("CDW-GEN", "a", "2026-01", "5").Of(Silkeborg),
        ["instant"] = Sent.Value("CDW-GEN", "a", "2026-03-31T23:30:00+02:00", "5").Of(Horsens),
        ["every member"] = Sent.Value("CDW-GEN", "a", "2026-W14", "5") with
        {
            Flag = Flag.Weighed, Provisional = true, Note = "a \"note\" æøå é\u0301 \ud83d\ude00 <&>\n\u2028", OnBehalfOf = "Imog",
            Evidence = ["https://example.org/a", "https://example.org/b"], Tags = ["education", ""], Links = ["tree"],
        },
        ["event-count"] = Sent.Value("EVT-N", "a", "2026-03", "1"),
        ["ratio"] = Sent.Bare("CDW-REC-R", "a", "2026-Q1") with { Numerator = A("90"), Denominator = A("100") },
        ["ratio in kg"] = Sent.Bare("CDW-REC-R", "a", "2026-Q1") with { Numerator = A("1"), Denominator = A("3"), Unit = "kg" },
        ["stock"] = Sent.Stock("a", "2026-01-31", "40"),
        ["level"] = Sent.Value("GWP-LC", "a", "2026-03-31", "8") with { Weight = A("1000") },
        ["rounded level"] = Sent.Value("GWP-LC", "a", "2026-03-31", "0.333333333") with { Weight = A("0.333333333") },
        ["level in parts"] = Sent.Bare("BLD-PASS-R", "a", "2026-03-31") with { Numerator = A("2"), Denominator = A("5") },
        ["score"] = Sent.Value("STR-STAGE", "a", "2025-11-15", "2.0"),
        ["members"] = Sent.Bare("ORG-COMP", "a", "2026-Q1") with { Members = ["c2", " c1", "C1", "c3"] },
        ["no members"] = Sent.Bare("ORG-COMP", "a", "2026-Q1") with { Members = [] },
        ["bare number"] = Sent.Value("ORG-COMP", "a", "2026-Q1", "12"),
        ["money"] = Sent.Value("FIN-SPD", "a", "2026-Q1", "400000.01") with { Unit = "DKK" },
        ["reading"] = Sent.Reading("a", "2026-03-31", "31.2"),
        ["reset"] = Sent.Reading("a", "2026-03-31", "31.2", reset: true),
        ["money reading"] = Sent.Bare("FIN-SPD", "a", "2026-Q1") with { Reading = A("5"), Unit = "EUR" },
        ["silence"] = Sent.Silence("CDW-GEN", "a", "2026-Q1"),
        ["silence of a stock"] = Sent.Silence("BANK-STK", "a", "2026-Q1"),
        ["silence of a level"] = Sent.Silence("GWP-LC", "a", "2026-Q1"),
        ["silence of a score"] = Sent.Silence("STR-STAGE", "a", "2026-Q1"),
        ["silence of members"] = Sent.Silence("ORG-COMP", "a", "2026-Q1"),
        ["silence of money"] = Sent.Silence("FIN-SPD", "a", "2026-Q1"),
        ["silence of money with a note"] = Sent.Silence("FIN-SPD", "a", "2026-Q1") with { Note = "later", Unit = "EUR" },
    };

    /// <summary>A silo may not have met the definition: the record must be readable all the same, or the pilot is lost.</summary>
    [Fact]
    public void A_withdrawal_reads_back_though_its_definition_was_not_known_where_it_was_written()
    {
        var entry = new PilotEntry
        {
            Kpi = KpiCode.Parse("LATE"), Id = MeasurementId.Parse("a"), Revision = 2, Kind = RevisionKind.Withdrawal,
            Reason = "a slip",
        };
        var body = PilotRecord.ReviseBody([entry], Registered.View);
        var record = JournalRecord.After(Pilot().State.Head, Registered.Now, "actor-1", PilotRecord.Revise, body);

        Assert.Equal(entry, PilotRecord.Read(record).Single());
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_measurement_reads_back_from_its_record_as_it_was_accepted(string form)
    {
        var pilot = Pilot();
        var accepted = pilot.Check().Check(Every[form], out var problem);
        Assert.Null(problem);
        var body = PilotRecord.PushBody([PilotEntry.First(accepted!)], Registered.View, "import-1");
        var record = JournalRecord.After(pilot.State.Head, Registered.Now, "actor-1", PilotRecord.Push, body);

        var read = PilotRecord.Read(record).Single();

        Assert.Equal(Text(accepted!.Content), Text(read.Content!));
        Assert.Equal(Text(accepted.Sent), Text(read.Sent!));
        Assert.Equal(PilotEntry.First(accepted).Digest, read.Digest);
        Assert.Equal("import-1", PilotRecord.Import(record));
        Assert.DoesNotContain("null", System.Text.Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_push_repeated_after_a_replay_is_a_repeat(string form)
    {
        var pilot = Pilot();
        Assert.Empty(pilot.Push(Every[form]).Refusals);

        var draft = new PushDraft(WrittenPilot.Id, pilot.Replayed(), pilot.Check(), new(), 1);

        Assert.True(draft.Add(new() { Measurements = [Every[form]], Author = "actor-1" }).Receipts.Single().Repeated);
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_correction_reads_back_with_its_digest(string form)
    {
        var pilot = Pilot();
        var accepted = pilot.Check().Check(Every[form], out _)!;
        var entry = PilotEntry.Later(Every[form].Corrected(2, " why æ "), accepted);
        var record = JournalRecord.After(pilot.State.Head, Registered.Now, "actor-1", PilotRecord.Revise,
            PilotRecord.ReviseBody([entry], Registered.View));

        var read = PilotRecord.Read(record).Single();

        Assert.Equal((2, RevisionKind.Correction, " why æ "), (read.Revision, read.Kind, read.Reason));
        Assert.Equal(entry.Digest, read.Digest);
        Assert.Equal(Text(entry.Content!), Text(read.Content!));
    }

    [Fact]
    public void Every_member_that_is_content_makes_another_digest()
    {
        var sent = Every["every member"] with { Municipality = Horsens };
        Measurement[] others =
        [
            sent, sent with { Value = A("6") }, sent with { Unit = "kg" }, sent with { Flag = Flag.Measured }, sent with { Note = "b" },
            sent with { Provisional = false }, sent with { OnBehalfOf = "b" }, sent with { Evidence = ["b"] }, sent with { Evidence = [] },
            sent with { Tags = ["b"] }, sent with { Links = ["b"] }, sent with { Tags = sent.Links, Links = sent.Tags },
            sent with { Municipality = null }, sent with { Municipality = Aarhus }, sent with { Period = "2026-W15" },
            sent with { Value = null, Reading = A("5") }, sent with { Value = null, Reading = A("5"), Reset = true },
            sent with { Value = null, Silence = "confidential" }, sent with { Value = null, Silence = "not-occurring" },
        ];

        var digests = others.Select(other => Pilot().Check().Check(other, out _)!.Content.Digest);

        Assert.Equal(others.Length, digests.Distinct().Count());
    }

    [Fact]
    public void What_says_the_same_in_other_words_has_the_same_digest()
    {
        var sent = Sent.Value("CDW-GEN", "a", "2026-Q1", "1.50");
        Measurement[] same =
        [
            sent, sent with { Value = A("1.5") }, sent with { Period = "2026-01-01/2026-04-01" }, sent with { Flag = Flag.Measured },
            sent with { Unit = "t" }, sent with { Unit = "tonne" },
        ];

        Assert.Single(same.Select(other => Pilot().Check().Check(other, out _)!.Content.Digest).Distinct());
    }

    private static WrittenPilot Pilot()
    {
        var pilot = new WrittenPilot([50, 30, 20]);
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([50, 30, 20], -60, null) });
        return pilot;
    }

    private static string Text(Content content) =>
        $"{content with { Members = null }} {string.Join(',', content.Members ?? [])} {content.Members is null}";

    private static string Text(Measurement sent) =>
        $"{sent with { Members = null, Evidence = [], Tags = [], Links = [] }} "
        + string.Join('|', (string?[])[.. sent.Members ?? ["none"], "/", .. sent.Evidence, "/", .. sent.Tags, "/", .. sent.Links]);
}
