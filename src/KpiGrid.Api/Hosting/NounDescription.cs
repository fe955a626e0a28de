using Microsoft.OpenApi;

namespace KpiGrid.Api.Hosting;

/// <summary>Describes what stands around the facts of a noun: its record in an answer, the reason in a body.</summary>
internal static class NounDescription
{
    public static void Complete(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (!status.StartsWith('2')) continue;
            foreach (var content in response.Content?.Values ?? []) content.Schema = Both(Record(), content.Schema);
        }
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Schema = Both(Members(("reason", Text(JsonSchemaType.Null))), content.Schema);
    }

    private static OpenApiSchema Record() => Members(
        ("id", Text()),
        ("head", new() { Type = JsonSchemaType.Integer, Format = "int64" }),
        ("recordedAt", new() { Type = JsonSchemaType.String, Format = "date-time" }),
        ("author", Text()),
        ("reason", Text(JsonSchemaType.Null)),
        ("repeated", new() { Type = JsonSchemaType.Boolean }));

    private static OpenApiSchema Text(JsonSchemaType or = default) => new() { Type = JsonSchemaType.String | or };

    private static OpenApiSchema Members(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema),
    };

    private static OpenApiSchema Both(OpenApiSchema around, IOpenApiSchema? facts) =>
        facts is null ? around : new OpenApiSchema { AllOf = [around, facts] };
}
