using System.Text;
using KpiGrid.Host.Import;

namespace KpiGrid.Tests.Import;

/// <summary>Reads text as a file would be, by a mapping.</summary>
internal sealed class Reads
{
    public const string Plain = """
        {"culture":"en","key":["day","site"],"idPrefix":"t",
         "fields":{"pilot":{"constant":"p"},"kpi":{"constant":"K"},"period":{"column":"day"}},
         "values":[{"column":"amount"}]}
        """;

    private Reads(IReadOnlyList<ImportRow> rows, RowErrors errors, long blanks)
    {
        Rows = rows;
        Errors = errors;
        Blanks = blanks;
    }

    public IReadOnlyList<ImportRow> Rows { get; }

    public RowErrors Errors { get; }

    public long Blanks { get; }

    public IEnumerable<string> Values => Rows.Select(row => row.Value.ToString());

    public static Reads Of(string map, params string[] lines) => Text(map, string.Join('\n', lines) + "\n");

    public static Reads Text(string map, string text)
    {
        var errors = new RowErrors();
        using var reader = new RowReader(ImportMap.Read(Encoding.UTF8.GetBytes(map)), new StringReader(text), errors);
        return new([.. reader.Read()], errors, reader.Blanks);
    }

    /// <summary>The plain mapping with something else for its values.</summary>
    public static string WithValues(string values) => Plain.Replace("[{\"column\":\"amount\"}]", values);

    public static string WithField(string name, string rule) =>
        Plain.Replace("\"fields\":{", $"\"fields\":{{\"{name}\":{rule},");
}
