using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>What stands in the journal, by plain SQL over its rows; nothing of KpiGrid reads or adds up here.</summary>
internal sealed class JournalRows(PostgresHost postgres)
{
    private const string Heads = "select stream, sequence from head where stream like 'pilot/%'";

    private const string Entries = """
        select substr(j.stream, 7), e ->> 'id', coalesce((e ->> 'revision')::int, 1), e ->> 'kind', e ->> 'class',
          e ->> 'last', e ->> 'value', e ->> 'unit'
        from journal j
        cross join lateral jsonb_array_elements(
          convert_from(j.body, 'UTF8')::jsonb -> case j.type when 'push' then 'measurements' else 'revisions' end) e
        where j.stream = $1 and j.sequence > $2 and j.sequence <= $3 and j.type in ('push', 'revise')
        """;

    private const string Backwards = """
        select count(*)::int from (select recorded_at, lag(recorded_at) over (partition by stream order by sequence) before
          from journal) pair where recorded_at <= before
        """;

    private readonly Dictionary<string, long> read = [];
    private readonly Dictionary<Revision, Statement> statements = [];

    /// <summary>Revisions that stand there more than once.</summary>
    public int Doubled { get; private set; }

    public int Count => statements.Count;

    public bool Has(Revision revision) => statements.ContainsKey(revision);

    /// <summary>Reads what was written since; true when there was anything.</summary>
    public async Task<bool> ReadOn()
    {
        var moved = false;
        foreach (var (stream, head) in await postgres.Rows(Heads, row => (row.GetString(0), row.GetInt64(1))))
        {
            var before = read.GetValueOrDefault(stream);
            if (head == before) continue;
            var entries = await postgres.Rows(
                Entries, row => (new Revision(row.GetString(0), row.GetString(1), row.GetInt32(2)), Statement.Of(row)),
                stream, before, head);
            foreach (var (key, says) in entries)
            {
                if (!statements.TryAdd(key, says)) Doubled++;
            }
            (read[stream], moved) = (head, true);
        }
        return moved;
    }

    /// <summary>Records that were recorded no later than the one before them in their stream.</summary>
    public async Task<int> WrittenBackInTime() => (await postgres.Rows(Backwards, row => row.GetInt32(0)))[0];

    /// <summary>What counts now: the last revision of each measurement that is not withdrawn.</summary>
    public IEnumerable<(string Pilot, Statement Says)> Standing() => statements
        .GroupBy(each => (each.Key.Pilot, each.Key.Id))
        .Select(each => each.MaxBy(revision => revision.Key.Number))
        .Where(each => each.Value.Kind != "withdrawal").Select(each => (each.Key.Pilot, each.Value));
}

/// <summary>What a revision says, as its sender said it.</summary>
internal sealed record Statement(string? Kind, string? Class, DateOnly Day, decimal Tonnes)
{
    public static Statement Of(Npgsql.NpgsqlDataReader row)
    {
        var kind = row.IsDBNull(3) ? null : row.GetString(3);
        if (kind == "withdrawal") return new(kind, null, default, 0);
        var value = decimal.Parse(row.GetString(6), CultureInfo.InvariantCulture);
        var day = DateOnly.Parse(row.GetString(5), CultureInfo.InvariantCulture);
        return new(kind, row.GetString(4), day, row.GetString(7) == "kg" ? value / 1_000 : value);
    }
}
