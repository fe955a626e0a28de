using System.Diagnostics.CodeAnalysis;

namespace KpiGrid.Api.Questions;

/// <summary>What a question can be put to.</summary>
internal enum PlaceKind
{
    Pilot,
    Municipality,
    Region,
}

/// <summary>A pilot, municipality or region as an address names it; whether there is one is another matter.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">Its id, as sent.</param>
internal sealed record PlaceRef(PlaceKind Kind, string Id)
{
    /// <summary>The registry noun, and so the journal stream.</summary>
    public string Stream => $"{Noun}/{Id}";

    public string Noun => Kind switch
    {
        PlaceKind.Pilot => "pilot",
        PlaceKind.Municipality => "municipality",
        _ => "region",
    };

    public bool IsReadable => Kind switch
    {
        PlaceKind.Pilot => PilotId.TryParse(Id, out _),
        PlaceKind.Municipality => MunicipalityId.TryParse(Id, out _),
        _ => RegionId.TryParse(Id, out _),
    };

    /// <summary>Reads <c>regions/ncc</c> or <c>municipalities/DK-0615</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlaceRef? place)
    {
        place = (text ?? "").Split('/') switch
        {
            ["municipalities", var id] => new(PlaceKind.Municipality, id),
            ["regions", var id] => new(PlaceKind.Region, id),
            _ => null,
        };
        return place is { IsReadable: true };
    }

    /// <summary>Reads those and <c>pilots/wb-1</c>.</summary>
    public static bool TryParseNode(string? text, [NotNullWhen(true)] out PlaceRef? node)
    {
        if (!(text ?? "").StartsWith("pilots/", StringComparison.Ordinal)) return TryParse(text, out node);
        node = new(PlaceKind.Pilot, text!["pilots/".Length..]);
        return node.IsReadable;
    }

    /// <summary>The text of its address.</summary>
    public override string ToString() => Kind switch
    {
        PlaceKind.Pilot => $"pilots/{Id}",
        PlaceKind.Municipality => $"municipalities/{Id}",
        _ => $"regions/{Id}",
    };
}
