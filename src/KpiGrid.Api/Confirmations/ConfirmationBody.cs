using KpiGrid.Api.Hosting;
using KpiGrid.Api.Registry;

namespace KpiGrid.Api.Confirmations;

/// <summary>What a participant says of a measurement that was reported on its behalf: the body of the POST.</summary>
internal sealed record ConfirmationBody
{
    public required ConfirmationKind Act { get; init; }

    /// <summary>The client's id, so that a repeat is known.</summary>
    public required string Id { get; init; }

    /// <summary>For which participant.</summary>
    public required MunicipalityId Municipality { get; init; }

    public required KpiCode Kpi { get; init; }

    /// <summary>The id of the measurement.</summary>
    public required MeasurementId Measurement { get; init; }

    /// <summary>The revision that was looked at.</summary>
    public required int Revision { get; init; }

    /// <summary>Required of a dispute.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads one as an act of an author; null and a refusal where it cannot be read.</summary>
    public static Task<(ConfirmationAct? Act, IResult? Refusal)> Read(HttpContext context, ApiOptions limits, string author) =>
        SentAct.Read<ConfirmationBody, ConfirmationAct>(context, limits, sent => sent.By(author), act => act.Check());

    private ConfirmationAct By(string author) => new()
    {
        Id = Id, Kind = Act, Municipality = Municipality, Kpi = Kpi, Measurement = Measurement, Revision = Revision, Reason = Reason,
        Author = author,
    };
}
