namespace KpiGrid.Host.Import;

/// <summary>Follows the quotes of one record from physical line to physical line.</summary>
internal sealed class QuoteState(char delimiter)
{
    private bool cellStart = true;

    /// <summary>Whether the record goes on on the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a cell went on after its closing quote.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Follows one physical line; false when its quotes are broken.</summary>
    public bool Take(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (IsOpen && c == '"')
            {
                if (i + 1 < line.Length && line[i + 1] == '"') i++;
                else IsOpen = false;
                if (!IsOpen && i + 1 < line.Length && line[i + 1] != delimiter) return Break();
            }
            else if (!IsOpen)
            {
                IsOpen = cellStart && c == '"';
                cellStart = c == delimiter;
            }
        }
        return true;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }
}
