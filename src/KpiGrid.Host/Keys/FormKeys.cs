using System.Security.Cryptography;
using System.Xml.Linq;
using KpiGrid.Host.Clustering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace KpiGrid.Host.Keys;

/// <summary>
/// What protects the forms of pages, and a sign-in that is under way. A process alone makes a key that lives as long as it:
/// nothing of it lies on the disk, and a page from before a start is loaded again. Front ends of a cluster share one, which
/// the silos derive from the installation's own: a form of one is accepted by every other.
/// </summary>
internal sealed class FormKeys : IXmlRepository
{
    private readonly Lock storing = new();
    private List<XElement> elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (storing) return [.. elements.Select(element => new XElement(element))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (storing) elements.Add(new(element));
    }

    /// <summary>Fetches the key that all front ends share.</summary>
    public async Task Fetch(IGrainFactory grains, CancellationToken cancellationToken)
    {
        var key = await StartingCluster.Ask(() => grains.GetGrain<IInstallationGrain>(0).FormKey(), cancellationToken);
        lock (storing) elements = [Element(key)];
    }

    /// <summary>The key as Data Protection reads it; the same on every front end, and in force for good.</summary>
    private static XElement Element(byte[] key)
    {
        var algorithms = new AuthenticatedEncryptorConfiguration();
        using var secret = new Secret(key);
        var descriptor = new AuthenticatedEncryptorDescriptor(algorithms, secret).ExportToXml();
        return new("key", new XAttribute("id", Id(key)), new XAttribute("version", 1),
            new XElement("creationDate", new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            new XElement("activationDate", new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            new XElement("expirationDate", new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            new XElement("descriptor",
                new XAttribute("deserializerType", descriptor.DeserializerType.AssemblyQualifiedName!),
                descriptor.SerializedDescriptorElement));
    }

    /// <summary>Stands in the clear in whatever is protected, so it must tell nothing of the key.</summary>
    private static Guid Id(byte[] key) => new(SHA256.HashData(key).AsSpan(0, 16));
}
