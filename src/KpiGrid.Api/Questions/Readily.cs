namespace KpiGrid.Api.Questions;

/// <summary>Asks a node that may not have reached what storage showed.</summary>
internal static class Readily
{
    /// <summary>Asks again while the node says that it is not ready, as long as <see cref="QuestionOptions.ReadyWithin"/>.</summary>
    public static async Task<T> Ask<T>(TimeSpan within, Func<Task<T>> ask)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (TimeoutException) when (TimeProvider.System.GetElapsedTime(began) < within)
            {
                // The node has waited; there is nothing to wait for here.
            }
        }
    }
}
