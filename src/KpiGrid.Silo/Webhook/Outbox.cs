using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Webhook;

/// <summary>Posts late marks until each is taken, and has its pilot record that it was.</summary>
/// <remarks>
/// It keeps nothing that must last: a mark that the journal does not know as told is offered again by its pilot, when that
/// is activated or reminded, the next day at the latest. So every mark is posted at least once. Whoever offers never waits.
/// </remarks>
internal sealed class Outbox(
    WebhookClient client, IGrainFactory grains, TimeProvider timer, WebhookHealth health,
    IOptions<WebhookOptions> options, ILogger<Outbox> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, bool> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(options.Value.AtOnce);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Whether there is anybody to post to.</summary>
    public bool IsOn => options.Value.Address is not null && !health.IsGone;

    /// <summary>Marks under way, those that wait for another attempt included.</summary>
    public int Waiting => waiting.Count;

    /// <summary>The first day of whose marks are still posted.</summary>
    public DateTimeOffset PostedSince(DateTimeOffset now) => now.AddDays(-options.Value.PostForDays);

    /// <summary>Posts a mark some time; one that is under way already, or finds no place, is left alone.</summary>
    public void Offer(LateMark mark)
    {
        if (IsOn && !stopping.IsCancellationRequested && waiting.Count < options.Value.WaitingMax && waiting.TryAdd(mark.Id, true))
            _ = Task.Run(() => Deliver(mark));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    private async Task Deliver(LateMark mark)
    {
        try
        {
            if (await IsTaken(mark)) await grains.GetGrain<IPilotGrain>(mark.Stream.Pilot.Value).Told([mark.Id]);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops; the mark is not known as told.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogWarning(failure, "That {Mark} was posted was not recorded: it will be posted again", mark.Id);
        }
        finally
        {
            waiting.TryRemove(mark.Id, out _);
        }
    }

    private async Task<bool> IsTaken(LateMark mark)
    {
        for (var tried = 0; IsOn && tried < options.Value.TriesADay; tried++)
        {
            if (tried > 0) await Task.Delay(Pause(tried), timer, stopping.Token);
            var answer = await Post(mark);
            if (answer.IsTaken) return true;
        }
        if (!health.IsGone)
            logger.LogWarning("{Mark} was not taken by Webhook:Address in {Tries} attempts: {Problem}; tried again tomorrow",
                mark.Id, options.Value.TriesADay, health.Problem);
        return false;
    }

    private async Task<WebhookAnswer> Post(LateMark mark)
    {
        await places.WaitAsync(stopping.Token);
        try
        {
            var answer = await client.Post(mark.Id, LateEvent.Body(mark, options.Value.Link), stopping.Token);
            if (health.Heard(answer.Problem, answer.IsGone, timer.GetUtcNow())) Say(answer);
            return answer;
        }
        finally
        {
            places.Release();
        }
    }

    private void Say(WebhookAnswer answer)
    {
        if (answer.IsGone) logger.LogError("Webhook:Address answered 410: nothing more is posted until this process starts again");
        else if (answer.IsTaken) logger.LogWarning("Webhook:Address takes late marks again");
        else logger.LogWarning("Webhook:Address does not take late marks: {Problem}", answer.Problem);
    }

    /// <summary>Twice as long each time, and anything from half to one and a half of that.</summary>
    private TimeSpan Pause(int tried)
    {
        var pause = options.Value.FirstPause * Math.Pow(2, Math.Min(tried - 1, 30));
        if (pause > options.Value.LongestPause) pause = options.Value.LongestPause;
        return pause * (0.5 + Random.Shared.NextDouble());
    }
}
