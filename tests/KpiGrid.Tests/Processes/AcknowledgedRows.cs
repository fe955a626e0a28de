using KpiGrid.Tests.Processes.Faults;

namespace KpiGrid.Tests.Processes;

/// <summary>Counts the measurements whose push was answered, and tells whenever some more were.</summary>
internal sealed class AcknowledgedRows(int each) : DelegatingHandler(new HonestAnswers(new SocketsHttpHandler()))
{
    private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int rows;
    private int before;

    public int Rows => rows;

    /// <summary>Completes once so many more have been answered as each time.</summary>
    public Task Reached => reached.Task;

    public void Again()
    {
        before = rows;
        reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Post || !answer.IsSuccessStatusCode) return answer;
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        if (Interlocked.Add(ref rows, body.AsSpan().Count("{\"id\":"u8)) >= before + each) reached.TrySetResult();
        return answer;
    }
}
