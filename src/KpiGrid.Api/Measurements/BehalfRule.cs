using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Measurements;

/// <summary>Who may say on whose behalf a measurement is: a body must, a lead may not, an admin may do either.</summary>
internal static class BehalfRule
{
    private const string Field = "onBehalfOf";

    /// <summary>What is wrong with an item, by its content; an item without content withdraws or restores.</summary>
    public static async Task<Func<Measurement?, Problem?>> Of(HttpContext context, string pilot, Rights rights)
    {
        var node = new PlaceRef(PlaceKind.Pilot, pilot);
        var allowed = node.IsReadable ? await rights.At(Caller.Of(context), node) : Verbs.None;
        return (allowed & (Verbs.Push | Verbs.PushOnBehalf)) switch
        {
            Verbs.Push => content => content?.OnBehalfOf is { } other
                ? new(Field, other, "field-not-allowed", "Leave it out: only a body reports on behalf of others.")
                : null,
            Verbs.PushOnBehalf => OfBody,
            _ => _ => null,
        };
    }

    private static Problem? OfBody(Measurement? content) => content switch
    {
        null => new("kind", null, "not-allowed",
            "A body corrects with content that says on whose behalf; withdrawing and restoring take a key of the pilot's lead."),
        { OnBehalfOf: null } => new(Field, null, "field-required", "Say on whose behalf: a body reports nothing of its own."),
        _ => null,
    };
}
