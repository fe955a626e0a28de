using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>The receipts of a partial push: one an item, in input order, the refused with their problems.</summary>
internal static class PartialAnswer
{
    public static ReceiptsAnswer Of<T>(Reading<T> reading, PushAnswer answer, bool dryRun)
    {
        var refused = reading.With(answer.Refusals).ToLookup(refusal => refusal.Index);
        var receipts = new Queue<Receipt>(answer.Receipts);
        var lines = new List<ReceiptAnswer>(reading.Count);
        for (var place = 0; place < reading.Count; place++)
            lines.Add(refused.Contains(place)
                ? ReceiptAnswer.Of([.. refused[place]], reading)
                : ReceiptAnswer.Of(receipts.Dequeue()));
        return ReceiptsAnswer.Of(answer, dryRun) with { Refused = refused.Count, Receipts = lines };
    }
}
