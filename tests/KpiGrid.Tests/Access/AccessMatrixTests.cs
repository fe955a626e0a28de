using Microsoft.AspNetCore.Routing;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>Every route by every role to a node of its own, one beside it, one of another network and one that is not there.</summary>
[Collection(nameof(AccessGrid))]
public sealed class AccessMatrixTests(AccessGrid grid)
{
    [Fact]
    public async Task Every_route_answers_every_role_as_the_expectations_say()
    {
        var expected = Expectations();
        var requests = new RouteRequests(grid);
        var wrong = new List<string>();
        foreach (var (route, role, statuses) in expected)
        {
            var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
            foreach (var (relation, status) in RouteRequests.Relations.Zip(statuses))
            {
                var answered = Word(await requests.Status(method, pattern, role, relation));
                if (answered != status) wrong.Add($"{route} {role} {relation}: {answered}, not {status}");
            }
        }
        Console.WriteLine($"{expected.Count * RouteRequests.Relations.Length} requests: "
            + $"{expected.Select(line => line.Route).Distinct().Count()} routes, {grid.Keys.Count} roles, 4 relations; "
            + $"{wrong.Count} otherwise than expected");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_route_has_an_expectation_for_every_role_and_no_other_has()
    {
        var mapped = grid.Routes.Endpoints.OfType<RouteEndpoint>().SelectMany(Routes);
        var all = mapped.SelectMany(route => grid.Keys.Keys.Select(role => $"{route} {role}")).Order(StringComparer.Ordinal);
        Assert.Equal(all, Expectations().Select(line => $"{line.Route} {line.Role}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Routes(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => $"{method} {Pattern(endpoint)}");

    private static string Pattern(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string Word(int status) => status is >= 200 and < 300 ? "2xx" : $"{status}";

    private static List<(string Route, string Role, string[] Statuses)> Expectations()
    {
        using var file = new StreamReader(typeof(AccessMatrixTests).Assembly.GetManifestResourceStream("expectations.txt")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => ($"{parts[0]} {parts[1]}", parts[2], parts[3..]))];
    }
}
