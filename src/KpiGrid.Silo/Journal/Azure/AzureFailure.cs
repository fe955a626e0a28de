using Azure;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>What a failure of Azure storage means for the journal.</summary>
internal static class AzureFailure
{
    private const int NotFound = 404, Conflict = 409, PreconditionFailed = 412, TooLarge = 413, BadRequest = 400;

    private static readonly TimeSpan retryRead = TimeSpan.FromSeconds(1);

    private static readonly string[] refusals =
        ["PropertyValueTooLarge", "EntityTooLarge", "RequestBodyTooLarge", "InvalidInput", "OutOfRangeInput", "KeyValueLengthInvalid"];

    /// <summary>A condition of the request did not hold: it was carried out in no part.</summary>
    public static bool IsUnmet(this RequestFailedException failure) =>
        failure.Status is NotFound or Conflict or PreconditionFailed;

    /// <summary>The record itself is at fault.</summary>
    public static bool IsRefusal(this RequestFailedException failure) =>
        failure.Status == TooLarge || failure.Status == BadRequest && refusals.Contains(failure.ErrorCode);

    /// <summary>Reads, and says in the journal's words why it could not be.</summary>
    public static async Task<T> Reading<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception failure) when (IsTrouble(failure, cancellationToken))
        {
            throw new JournalUnavailableException($"The journal cannot be read now: {Brief(failure)}", retryRead, failure);
        }
    }

    /// <summary>A write beside the journal, such as of a snapshot, failed: whether it was made is not known.</summary>
    public static async Task<T> Writing<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception failure) when (IsTrouble(failure, cancellationToken))
        {
            throw new JournalUnavailableException($"Storage cannot be written now: {Brief(failure)}", retryRead, failure);
        }
    }

    /// <summary>What went wrong, without headers and addresses.</summary>
    public static string Brief(Exception failure) => failure is RequestFailedException { Status: > 0 } told
        ? $"{told.Status} {told.ErrorCode}"
        : failure.Message.Split('\n')[0];

    // A request that took too long is cancelled by the client itself; an answer cut short cannot be parsed.
    private static bool IsTrouble(Exception failure, CancellationToken cancellationToken) =>
        failure is RequestFailedException or IOException or TimeoutException or AggregateException
            or System.Text.Json.JsonException or InvalidOperationException
        || failure is OperationCanceledException && !cancellationToken.IsCancellationRequested;
}
