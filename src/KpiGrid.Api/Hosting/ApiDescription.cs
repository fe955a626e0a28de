using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KpiGrid.Api.Hosting;

/// <summary>Completes <c>/openapi/v1.json</c> with what the framework cannot see.</summary>
internal static class ApiDescription
{
    private static OpenApiSchema Table => new() { Type = JsonSchemaType.String };

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "KpiGrid";
            document.Info.Description = "KPI measurements of pilots, and their totals by municipality and region.";
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Shape(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(AddBody);
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AnsweredNoun>().Any())
                NounDescription.Complete(operation);
            return Task.CompletedTask;
        });
    }

    /// <summary>Types written by converters of our own have no schema unless it is given.</summary>
    /// <remarks>Whether a member may be null stands at the member: one schema serves both.</remarks>
    private static void Shape(OpenApiSchema schema, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(Amount)) schema.Type = JsonSchemaType.Number;
        else if (bare.IsEnum && bare.Assembly == typeof(Amount).Assembly)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetValues(bare).Cast<object>().Select(Word).OfType<JsonNode>()];
        }
        else if (IsId(bare)) schema.Type = JsonSchemaType.String;
    }

    private static bool IsId(Type type) =>
        type == typeof(PilotId) || type == typeof(RegionId) || type == typeof(MunicipalityId) || type == typeof(KpiCode)
        || type == typeof(ClassId) || type == typeof(MeasurementId) || type == typeof(Period);

    private static JsonNode? Word(object value) =>
        JsonSerializer.SerializeToNode(value, value.GetType(), KpiGridJson.Options);

    private static async Task AddBody(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var taken = context.Description.ActionDescriptor.EndpointMetadata.OfType<TakenBody>().FirstOrDefault();
        if (taken is null) return;
        var schema = await context.GetOrCreateSchemaAsync(taken.Type, null, cancellationToken);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = RequestForms.TypesOf(taken.Forms).ToDictionary(
                type => type, type => new OpenApiMediaType { Schema = type == "text/csv" ? Table : schema }),
        };
    }
}
