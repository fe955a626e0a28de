using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid.Host.Import;

/// <summary>How the columns of a file become measurements: the mapping file, declared and never guessed.</summary>
internal sealed record ImportMap
{
    /// <summary>What the file is, for the reader of the mapping.</summary>
    public string? Name { get; init; }

    /// <summary>As of when the municipalities are drawn, which a file with mergers hidden does not say itself.</summary>
    public string? Boundaries { get; init; }

    public string Encoding { get; init; } = "utf-8";

    public string Delimiter { get; init; } = ",";

    /// <summary>How numbers are written, unless a value column says otherwise: da, nl, en, or own marks.</summary>
    public string? Culture { get; init; }

    public string? Decimal { get; init; }

    public string? Thousands { get; init; }

    /// <summary>The readable beginning of derived ids.</summary>
    public string IdPrefix { get; init; } = "row";

    /// <summary>The columns that tell one row from another; equal keys are numbered in file order.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    public ImportFields Fields { get; init; } = new();

    /// <summary>The columns that hold values; a wide file has several.</summary>
    public IReadOnlyList<ValueColumn> Values { get; init; } = [];

    /// <summary>A negative flow needs a flag and a note when it is first sent.</summary>
    public string? NegativeFlag { get; init; }

    public string? NegativeNote { get; init; }

    /// <summary>What must hold before anything is sent.</summary>
    public IReadOnlyList<CheckRule> Checks { get; init; } = [];

    public ImportCreate? Create { get; init; }

    public static ImportMap Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMap>(json, KpiGridJson.Options)
                ?? throw new ImportMapException("The mapping is empty: give a JSON object");
        }
        catch (JsonException failure)
        {
            throw new ImportMapException($"The mapping cannot be read: {failure.Message}", failure);
        }
    }
}

/// <summary>Where each member of a measurement comes from.</summary>
internal sealed record ImportFields
{
    public FieldMap? Pilot { get; init; }

    public FieldMap? Municipality { get; init; }

    public FieldMap? Kpi { get; init; }

    public FieldMap? Class { get; init; }

    public FieldMap? Period { get; init; }

    public FieldMap? Unit { get; init; }

    public FieldMap? Id { get; init; }

    public FieldMap? Flag { get; init; }

    public FieldMap? Note { get; init; }
}

/// <summary>A column or a constant, and how its labels become codes.</summary>
internal sealed record FieldMap
{
    public string? Column { get; init; }

    public string? Constant { get; init; }

    /// <summary>Label to code; a label that is not here is an error, unless <see cref="Slug"/>.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Derives a code of small letters, digits and hyphens from a label without one.</summary>
    public bool Slug { get; init; }

    /// <summary>Fills up with zeros on the left, for codes that lost theirs.</summary>
    public int Pad { get; init; }

    public string? Prefix { get; init; }

    /// <summary>What stands for nothing; only the empty cell unless told otherwise.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [""];

    /// <summary>The pattern of a date, such as <c>d-M-yyyy</c>; without one the text must be a period.</summary>
    public string? Pattern { get; init; }

    /// <summary>The culture of the month names in <see cref="Pattern"/>.</summary>
    public string? Culture { get; init; }

    /// <summary>Codes that came later, each with its first day; a value before that is refused.</summary>
    public IReadOnlyDictionary<string, DateOnly> ValidFrom { get; init; } = new Dictionary<string, DateOnly>();
}

/// <summary>A column of values, with what holds for it alone.</summary>
internal sealed record ValueColumn
{
    public string Column { get; init; } = "";

    public string? Kpi { get; init; }

    public string? Class { get; init; }

    public string? Unit { get; init; }

    public string? Culture { get; init; }

    public string? Decimal { get; init; }

    public string? Thousands { get; init; }

    /// <summary>What stands for no measurement; only the empty cell unless told otherwise.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [""];
}

/// <summary>What to put into the registry first, where it is not there yet.</summary>
internal sealed record ImportCreate
{
    public IReadOnlyDictionary<string, JsonNode> Kpis { get; init; } = new Dictionary<string, JsonNode>();

    public IReadOnlyDictionary<string, JsonNode> Municipalities { get; init; } = new Dictionary<string, JsonNode>();

    public IReadOnlyDictionary<string, JsonNode> Regions { get; init; } = new Dictionary<string, JsonNode>();

    public IReadOnlyDictionary<string, JsonNode> Pilots { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>For each municipality found: facts with {municipality} and {municipalityLabel} filled in.</summary>
    public JsonNode? EachMunicipality { get; init; }

    /// <summary>For each pilot found: facts with {pilot}, {pilotLabel} and its first row's municipality.</summary>
    public JsonNode? EachPilot { get; init; }
}

/// <summary>The mapping cannot be used; the message says what to change in it.</summary>
internal sealed class ImportMapException : Exception
{
    public ImportMapException(string message) : base(message) { }

    public ImportMapException(string message, Exception inner) : base(message, inner) { }
}
