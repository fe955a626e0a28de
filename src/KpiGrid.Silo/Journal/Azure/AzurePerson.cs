using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>
/// Who an actor is: a row beside the actor's records, since only rows of one partition change in one transaction. It is
/// the only place that holds a name or an address of a person.
/// </summary>
internal static class AzurePerson
{
    /// <summary>The row that takes the place of the one before; erased, it says nothing.</summary>
    public static TableEntity Row(string stream, Person? person)
    {
        var row = new TableEntity(AzureKey.Of(stream), AzureKey.Person);
        if (person is null) return row;
        row[nameof(person.Name)] = person.Name;
        if (person.Email is { } email) row[nameof(person.Email)] = email;
        return row;
    }

    public static async Task<Person?> Read(TableClient journal, string actor, CancellationToken cancellationToken)
    {
        var partition = AzureKey.Of(Streams.Actors + actor);
        var row = await journal.Row(partition, AzureKey.Person, cancellationToken).ConfigureAwait(false);
        return row?.GetString(nameof(Person.Name)) is { } name
            ? new() { Name = name, Email = row.GetString(nameof(Person.Email)) }
            : null;
    }
}
