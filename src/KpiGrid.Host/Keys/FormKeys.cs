using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KpiGrid.Host.Keys;

/// <summary>
/// What protects the forms of pages lives as long as the process: nothing of it lies on the disk, and a page from before a
/// start is loaded again.
/// </summary>
internal sealed class FormKeys : IXmlRepository
{
    private readonly Lock storing = new();
    private readonly List<XElement> elements = [];

    public static void Use(KeyManagementOptions options)
    {
        options.XmlRepository = new FormKeys();
        options.XmlEncryptor = new NullXmlEncryptor();
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (storing) return [.. elements.Select(element => new XElement(element))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (storing) elements.Add(new(element));
    }
}
