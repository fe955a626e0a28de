using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>Who an actor is; the key is the actor's id. Only what <see cref="Person.IsActor"/> accepts may be a key.</summary>
/// <remarks>
/// Each change leaves a record in the journal stream <c>actor/{id}</c>, in the same transaction, that says that it changed
/// and not to what. A conflict leaves as <c>InconsistentStateException</c>: try once more.
/// </remarks>
[Alias("IPersonGrain")]
public interface IPersonGrain : IGrainWithStringKey
{
    /// <summary>Keeps a person; the same again changes nothing.</summary>
    /// <returns>What is wrong with it; empty when it is kept.</returns>
    [Alias("Put")]
    Task<IReadOnlyList<Problem>> Put(Person person, string author);

    /// <summary>Reads the person from storage; null when there is none, or none any more.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<Person?> Read();

    /// <summary>Erases the person, for good.</summary>
    /// <returns>False when there was none.</returns>
    [Alias("Erase")]
    Task<bool> Erase(string author);
}
