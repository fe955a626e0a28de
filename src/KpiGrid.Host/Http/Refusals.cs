using System.Globalization;
using System.Text.Json;

namespace KpiGrid.Host.Http;

/// <summary>What a problem document says.</summary>
internal sealed record Refusals(string Title, IReadOnlyList<RefusedItem> Errors)
{
    public static Refusals Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Unreadable;
            return new(Text(root, "title") ?? "refused", Items(root));
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static Refusals Unreadable => new("the answer gives no reason", []);

    private static List<RefusedItem> Items(JsonElement root) =>
        !root.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array
            ? []
            : [.. errors.EnumerateArray().Select(error => new RefusedItem(
                int.TryParse(Text(error, "index"), CultureInfo.InvariantCulture, out var index) ? index : null,
                Text(error, "field"), Text(error, "value"), Text(error, "code"), Text(error, "remedy")))];

    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}

/// <summary>One thing refused.</summary>
internal sealed record RefusedItem(int? Index, string? Field, string? Value, string? Code, string? Remedy)
{
    public override string ToString() =>
        string.Join(" ", new[] { Field, Value is null ? null : $"'{Value}'", Code is null ? null : $"({Code})", Remedy }
            .Where(part => part is not null));
}
