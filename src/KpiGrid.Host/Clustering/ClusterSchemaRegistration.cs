namespace KpiGrid.Host.Clustering;

/// <summary>Has the schema of the cluster applied before a silo asks for it.</summary>
internal static class ClusterSchemaRegistration
{
    public static void AddClusterSchema(this WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings is { ClusterKind: ClusterKind.Postgres, Cluster.ApplySchema: true })
            builder.Services.AddHostedService<ClusterSchema>();
    }
}
