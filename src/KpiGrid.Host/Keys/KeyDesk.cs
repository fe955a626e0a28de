using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Keys;

/// <summary>Asks a server for keys.</summary>
internal sealed class KeyDesk(PatientHttp http)
{
    private const string Keys = "/v1/keys";

    /// <summary>The answer to a key's making, which alone holds the key.</summary>
    public async Task<JsonElement> Make(KeyWish wish, CancellationToken cancellationToken)
    {
        var answer = await http.Post(Keys, wish.Json(), cancellationToken);
        return answer.IsSuccess ? answer.Json() : throw new RefusedException($"A key for {wish.Actor}", answer);
    }

    /// <summary>The address at which a person signs in, once.</summary>
    public async Task<Uri> MakeLink(Uri server, KeyWish wish, CancellationToken cancellationToken)
    {
        var made = await Make(wish with { IsLink = true }, cancellationToken);
        return new(server, $"/sign-in/{made.GetProperty("key").GetString()}");
    }

    public async Task<JsonElement> Revoke(string id, string? reason, CancellationToken cancellationToken)
    {
        var why = reason is null ? "" : $"?reason={Uri.EscapeDataString(reason)}";
        var answer = await http.Delete($"{Keys}/{Uri.EscapeDataString(id)}{why}", cancellationToken);
        return answer.IsSuccess ? answer.Json() : throw new RefusedException($"Revoking {id}", answer);
    }

    /// <summary>Every key, without its secret.</summary>
    public async Task<IReadOnlyList<JsonElement>> All(CancellationToken cancellationToken)
    {
        var all = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await http.Get($"{Keys}?limit=1000{(after is null ? "" : $"&after={after}")}", cancellationToken);
            if (!page.IsSuccess) throw new RefusedException("The list of keys", page);
            all.AddRange(page.Json().GetProperty("items").EnumerateArray());
            after = page.Json().GetProperty("next").GetString();
        }
        while (after is not null);
        return all;
    }
}
