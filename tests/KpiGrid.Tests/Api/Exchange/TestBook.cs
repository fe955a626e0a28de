using System.IO.Compression;
using System.Text;

namespace KpiGrid.Tests.Api.Exchange;

/// <summary>A workbook made of its parts, good or not.</summary>
internal sealed class TestBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, Action<Stream>> parts = new(StringComparer.Ordinal);

    public TestBook(string sheetData, string before = "")
    {
        Put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Put("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}">{before}<sheets><sheet name="Hidden" sheetId="2" state="hidden" r:id="rId2"/>
            <sheet name="First" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Target("worksheets/sheet1.xml");
        Put("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData></worksheet>");
    }

    public TestBook Put(string part, string text) => Put(part, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public TestBook Put(string part, Action<Stream> write)
    {
        parts[part] = write;
        return this;
    }

    public TestBook Target(string target) => Put("xl/_rels/workbook.xml.rels", $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/hidden.xml"/>
        <Relationship Id="rId1" Type="{Relations}/worksheet" Target="{target}"/></Relationships>
        """);

    public TestBook Texts(params string[] texts) =>
        Put("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(text => $"<si>{text}</si>"))}</sst>");

    /// <summary>The formats of cells by number: plain, a built-in day, an own day, an own number that only looks like one.</summary>
    public TestBook Formats() => Put("xl/styles.xml", $"""
        <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot; dage&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """);

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, write) in parts)
                using (var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open()) write(part);
        return bytes.ToArray();
    }
}
