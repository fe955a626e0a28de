using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Orleans.Runtime;

namespace KpiGrid.Api.Live;

/// <summary>Asks again and again whether a viewer may still watch: a stream outlives the key it began with.</summary>
internal sealed class LiveRight(Credentials credentials, Rights rights)
{
    private static readonly TimeSpan askEvery = TimeSpan.FromSeconds(2);

    /// <summary>Without an answer for this long nobody knows, and the stream ends: who may watch comes again.</summary>
    private static readonly TimeSpan unansweredMax = TimeSpan.FromSeconds(30);

    /// <summary>Comes back when the viewer may watch no more.</summary>
    public async Task Lost(HttpRequest request, PlaceRef region, TimeProvider time, CancellationToken cancellationToken)
    {
        var answered = time.GetTimestamp();
        using var timer = new PeriodicTimer(askEvery, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                if (await credentials.Of(request) is not { } caller
                    || !(await rights.At(caller, region)).HasFlag(Verbs.Total)) return;
                answered = time.GetTimestamp();
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException or JournalUnavailableException)
            {
                if (time.GetElapsedTime(answered) > unansweredMax) return;
            }
        }
    }
}
