using System.IO.Compression;
using System.Text;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class ImportFileTests
{
    private const string Danish = "day,site,amount\n2026-03-31,Rødovre,1\n";

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column() =>
        Assert.Single(Rows([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Danish)]));

    [Fact]
    public void A_declared_encoding_is_used()
    {
        var row = Assert.Single(Rows(Encoding.Latin1.GetBytes(Danish), "latin1"));
        Assert.Equal("Rødovre", row.Note);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused_and_never_become_question_marks() =>
        Assert.Throws<DecoderFallbackException>(() => Rows(Encoding.Latin1.GetBytes(Danish)));

    [Fact]
    public void An_unknown_encoding_is_refused() => Assert.Throws<ImportMapException>(() => Rows([], "latin-99"));

    [Fact]
    public void A_zip_with_one_file_is_read_as_that_file()
    {
        using var folder = new TempFolder();
        Assert.Single(Rows(Zip(folder, "a.csv")));
    }

    [Fact]
    public void A_zip_with_two_files_is_refused()
    {
        using var folder = new TempFolder();
        Assert.Throws<InvalidDataException>(() => Rows(Zip(folder, "a.csv", "b.csv")));
    }

    [Fact]
    public void The_same_file_with_the_same_mapping_is_the_same_import()
    {
        using var folder = new TempFolder();
        var path = folder.File("a.csv");
        File.WriteAllText(path, Danish);
        var id = new ImportSource(path, "utf-8").ImportId("map"u8);
        Assert.Equal(id, new ImportSource(path, "utf-8").ImportId("map"u8));
        Assert.NotEqual(id, new ImportSource(path, "utf-8").ImportId("other"u8));
        File.AppendAllText(path, "2026-04-30,x,1\n");
        Assert.NotEqual(id, new ImportSource(path, "utf-8").ImportId("map"u8));
    }

    private static byte[] Zip(TempFolder folder, params string[] names)
    {
        var path = folder.File("zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(Danish));
            }
        }
        return File.ReadAllBytes(path);
    }

    private static List<ImportRow> Rows(byte[] bytes, string encoding = "utf-8")
    {
        using var folder = new TempFolder();
        var path = folder.File("file");
        File.WriteAllBytes(path, bytes);
        var map = ImportMap.Read(Encoding.UTF8.GetBytes(Reads.WithField("note", """{"column":"site"}""")));
        using var reader = new RowReader(map, new ImportSource(path, encoding).Open(), new RowErrors());
        return [.. reader.Read()];
    }
}
