namespace KpiGrid.Api.Questions;

/// <summary>Asks many, so many at once; answers in the order asked.</summary>
internal static class FanOut
{
    public static async Task<IReadOnlyList<TAnswer>> All<TAsked, TAnswer>(
        IEnumerable<TAsked> asked, int callsAtOnce, Func<TAsked, Task<TAnswer>> ask)
    {
        var all = asked.ToList();
        var answers = new TAnswer[all.Count];
        await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = callsAtOnce },
            async (index, _) => answers[index] = await ask(all[index]));
        return answers;
    }
}
