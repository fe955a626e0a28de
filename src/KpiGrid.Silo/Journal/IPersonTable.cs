namespace KpiGrid.Silo.Journal;

/// <summary>Names and addresses of people, apart from everything else so that they can be erased. Written by appends.</summary>
internal interface IPersonTable
{
    /// <summary>What is known of an actor; null when nothing is, or nothing any more.</summary>
    Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken);

    /// <summary>Removes what a store keeps of rows as they were before; false when readers are in the way just now.</summary>
    Task<bool> EmptyLog(CancellationToken cancellationToken);
}

/// <summary>What the row of an actor becomes.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Person">What is known of them; null erases the row.</param>
internal sealed record PersonRow(string Actor, Person? Person);
