namespace KpiGrid.Api.Questions;

/// <summary>Lets a push settle upward before a read that must contain it.</summary>
internal sealed class Settling(IGrainFactory grains)
{
    /// <summary>Waits until the nodes that will be asked contain the push of a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="throughRegions">Whether a region will be asked itself.</param>
    /// <param name="errors">Says when the token can never be met.</param>
    public async Task Settle(PushToken token, bool throughRegions, QuestionErrors errors)
    {
        var journal = await grains.GetGrain<IRegistryListGrain>(0).Journal();
        if (journal.Epoch != token.Epoch)
        {
            errors.Refuse("atLeast", token.ToString(), "token-of-another-epoch",
                "The store was restored since: look the push up in its stream, and leave out atLeast.");
            return;
        }
        var pilot = grains.GetGrain<IPilotGrain>(token.Pilot.Value);
        if (await pilot.Read() is null)
        {
            errors.Refuse("atLeast", token.ToString(), "token-unknown", "Send the token of a receipt as it was given.");
            return;
        }
        var settled = await pilot.Settle(token.Sequence);
        if (!throughRegions) return;
        await Task.WhenAll(settled.Select(node =>
            grains.GetGrain<IMunicipalityGrain>(node.Municipality.Value).Settle(node.Version)));
    }
}
