namespace KpiGrid.Api.People;

/// <summary>Who an actor is.</summary>
internal sealed record PersonAnswer(string Actor, string Name, string? Email)
{
    public static PersonAnswer Of(string actor, Person person) => new(actor, person.Name, person.Email);
}
