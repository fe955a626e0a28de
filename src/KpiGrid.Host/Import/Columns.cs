using Sylvan.Data.Csv;

namespace KpiGrid.Host.Import;

/// <summary>The header of the file.</summary>
internal sealed class Columns(CsvDataReader csv)
{
    private readonly string[] names = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i).Trim())];

    public int Count => names.Length;

    public string Name(int ordinal) => names[ordinal];

    public int Find(string field, string column)
    {
        var first = Array.IndexOf(names, column);
        if (first < 0)
        {
            var there = string.Join(", ", names.Select(name => $"'{name}'"));
            throw new ImportMapException($"{field}: the file has no column '{column}'; it has {there}");
        }
        return Array.LastIndexOf(names, column) == first
            ? first
            : throw new ImportMapException($"{field}: the file has two columns '{column}': rename one of them");
    }
}
