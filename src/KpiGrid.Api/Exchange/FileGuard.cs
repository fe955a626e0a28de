namespace KpiGrid.Api.Exchange;

/// <summary>Stops at what a file may not hold more of.</summary>
internal static class FileGuard
{
    /// <summary>So many rows, their names not counted, were there before.</summary>
    public static void Rows(int before, ExchangeOptions limits)
    {
        if (before > limits.RowsMax) Refuse("file-rows-too-many", limits.RowsMax, null);
    }

    public static void Columns(int count, long line, ExchangeOptions limits)
    {
        if (count > limits.ColumnsMax) Refuse("file-columns-too-many", limits.ColumnsMax, line);
    }

    public static string Cell(string text, long line, ExchangeOptions limits)
    {
        if (text.Length > limits.CellCharactersMax) Refuse("file-cell-too-long", limits.CellCharactersMax, line);
        return text;
    }

    public static void Refuse(string code, int max, long? line) =>
        throw new FileRefusedException(new("file", null, code, $"Send at most: {max}."), line, StatusCodes.Status413PayloadTooLarge);
}
