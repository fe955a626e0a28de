using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>
/// The one statement of a group, a transaction by itself: nothing is held open between two messages. It compares and sets
/// the heads, in the order of their streams so that no two groups wait for each other in a circle, and stores whatever
/// belongs to the heads that it moved.
/// </summary>
internal static class PostgresAppend
{
    private const string Statement = """
        with want as materialized (
          select * from unnest($1, $2, $3, $4, $5, $6, $7) with ordinality
            w (stream, sequence, recorded_at, author, type, body, hash, place)),
        moved as (
          insert into head as h (stream, sequence, hash, recorded_at, committed_in)
          select w.stream, w.sequence, w.hash, w.recorded_at, pg_current_xact_id() from want w
          where w.sequence = 1 or exists (select 1 from head x where x.stream = w.stream)
          order by w.stream collate "C"
          on conflict (stream) do update
            set sequence = excluded.sequence, hash = excluded.hash, recorded_at = excluded.recorded_at,
              committed_in = excluded.committed_in
            where h.sequence = excluded.sequence - 1
          returning h.stream),
        put as (
          insert into journal (stream, sequence, recorded_at, author, type, body, hash)
          select w.stream, w.sequence, w.recorded_at, w.author, w.type, w.body, w.hash
          from want w join moved using (stream)),
        shared as (
          insert into edge (pilot, municipality)
          select e.pilot, e.municipality from unnest($8, $9, $10) e (stream, pilot, municipality)
          join moved using (stream)
          on conflict do nothing),
        known as (
          select p.* from unnest($11, $12, $13, $14) p (stream, actor, name, email) join moved using (stream)),
        kept as (
          insert into person (actor, name, email) select k.actor, k.name, k.email from known k where k.name is not null
          on conflict (actor) do update set name = excluded.name, email = excluded.email),
        erased as (
          delete from person p using known k where p.actor = k.actor and k.name is null)
        select w.place from want w where not exists (select 1 from moved m where m.stream = w.stream)
        """;

    /// <summary>Commits a group; every append of which it can be said has its outcome, the others threw.</summary>
    public static async Task<IReadOnlyList<AppendOutcome>> Commit(
        NpgsqlDataSource source, IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        var outcomes = new AppendOutcome[group.Count]; // Committed, unless said otherwise
        foreach (var place in await source.Rows(Statement, Values(group), row => row.GetInt64(0), cancellationToken))
            outcomes[place - 1] = AppendOutcome.FenceLost;
        return outcomes;
    }

    /// <summary>The streams of a group whose heads somebody holds just now.</summary>
    public static async Task<IReadOnlySet<string>> Held(
        NpgsqlDataSource source, IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        const string Question = """
            with free as (select stream from head where stream = any($1) for no key update skip locked)
            select stream from head where stream = any($1) and stream not in (select stream from free)
            """;
        var streams = PostgresRows.Column(group.Select(append => append.Record.Stream));
        return (await source.Rows(Question, [streams], row => row.GetString(0), cancellationToken))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static object[] Values(IReadOnlyList<Append> group)
    {
        var records = group.Select(append => append.Record).ToArray();
        var edges = group.SelectMany(append => append.Municipalities.Select(municipality => (append.Record.Stream,
            Pilot: Streams.Pilot(append.Record.Stream)!.Value, Municipality: municipality))).ToArray();
        var people = group.Where(append => append.Person is not null)
            .Select(append => (append.Record.Stream, append.Person!.Actor, append.Person.Person)).ToArray();
        return
        [
            .. PostgresRows.Columns(records),
            PostgresRows.Column(edges.Select(edge => edge.Stream)),
            PostgresRows.Column(edges.Select(edge => edge.Pilot.Value)),
            PostgresRows.Column(edges.Select(edge => edge.Municipality.Value)),
            PostgresRows.Column(people.Select(person => person.Stream)),
            PostgresRows.Column(people.Select(person => person.Actor)),
            PostgresRows.Column(people.Select(person => person.Person?.Name)),
            PostgresRows.Column(people.Select(person => person.Person?.Email)),
        ];
    }
}
