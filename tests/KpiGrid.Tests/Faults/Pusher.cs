using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>A client that pushes to one pilot, and pushes the same again until it is acknowledged.</summary>
internal sealed class Pusher(FrontClient client, AckBook book, string pilot, string name, TimeSpan pause)
{
    private const int BatchMax = 5;
    private const int CorrectionEach = 6;
    private static readonly TimeSpan retryPause = TimeSpan.FromMilliseconds(100);

    private readonly Random random = new(name.GetHashCode(StringComparison.Ordinal));
    private readonly List<string> correctable = [];
    private int pushes;
    private int measurements;

    /// <summary>Pushes until told to stop; returns what had no answer by then, so that nobody knows of it.</summary>
    public async Task<PushRequest?> Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var push = Next();
            try
            {
                await client.Insist(HttpMethod.Post, push.Path, push.Body, retryPause, stop);
            }
            catch (OperationCanceledException)
            {
                return push;
            }
            book.Mark(pilot);
            Acknowledged(push);
            await Task.Delay(pause, CancellationToken.None);
        }
        return null;
    }

    /// <summary>Sends again what had no answer.</summary>
    public async Task Settle(PushRequest push, CancellationToken cancellationToken)
    {
        await client.Insist(HttpMethod.Post, push.Path, push.Body, retryPause, cancellationToken);
        Acknowledged(push);
    }

    private void Acknowledged(PushRequest push)
    {
        book.Acknowledge(push);
        correctable.AddRange(push.Revisions.Where(revision => revision.Number == 1).Select(revision => revision.Id));
    }

    private PushRequest Next()
    {
        if (++pushes % CorrectionEach == 0 && correctable.Count > 0)
        {
            var place = random.Next(correctable.Count);
            var id = correctable[place];
            correctable.RemoveAt(place);
            return PushRequest.Correction(pilot, id, pushes / CorrectionEach);
        }
        return PushRequest.Of(pilot, [.. Enumerable.Range(0, random.Next(1, BatchMax)).Select(_ => NextMeasurement())]);
    }

    private (string Id, int Number) NextMeasurement()
    {
        var number = measurements++;
        return (string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"), number);
    }
}
