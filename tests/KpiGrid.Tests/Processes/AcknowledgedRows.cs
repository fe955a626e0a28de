namespace KpiGrid.Tests.Processes;

/// <summary>Counts the measurements whose push was answered, and tells when there are enough.</summary>
internal sealed class AcknowledgedRows(int enough) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int rows;

    public int Rows => rows;

    public Task Reached => reached.Task;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Post || !answer.IsSuccessStatusCode) return answer;
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        if (Interlocked.Add(ref rows, body.AsSpan().Count("{\"id\":"u8)) >= enough) reached.TrySetResult();
        return answer;
    }
}
