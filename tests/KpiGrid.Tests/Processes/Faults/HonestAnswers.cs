using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Lets no answer of 500 or more pass but 503 and 507, and those only with a time to retry.</summary>
internal sealed class HonestAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode < 500) return answer;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        Assert.True((int)answer.StatusCode is 503 or 507, $"{request.RequestUri} answers {(int)answer.StatusCode}: {text}");
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, $"No Retry-After: {text}");
        return answer;
    }
}
