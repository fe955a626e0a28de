namespace KpiGrid.Api.Questions;

/// <summary>What reading needs to know of a KPI definition.</summary>
/// <param name="Code">The KPI.</param>
/// <param name="Version">The definition version.</param>
/// <param name="Kind">How its values add up.</param>
/// <param name="Unit">The unit that answers are in; <c>money</c> for money.</param>
/// <param name="Decimals">The decimals shown.</param>
internal sealed record Definition(KpiCode Code, int Version, KpiKind Kind, string Unit, int Decimals)
{
    public static Definition Of(KpiCode code, KnownNoun<KpiFacts> noun) => new(
        code, checked((int)noun.Entry.Head), noun.Facts.Kind, noun.Facts.Unit, noun.Facts.Decimals);

    public const string MoneyUnit = "money";

    public bool IsMoney => Unit == MoneyUnit;

    /// <summary>Whether a quotient is shown in percent.</summary>
    public int Times => Unit == "%" ? 100 : 1;

    /// <summary>Events have no fractions on screen.</summary>
    public int DecimalsShown => Kind == KpiKind.EventCount ? 0 : Decimals;

    /// <summary>Whether parts are shown as whole numbers that add to the whole shown.</summary>
    public bool ShowsWholeParts =>
        DecimalsShown == 0 && (Kind is KpiKind.EventCount or KpiKind.Flow or KpiKind.Stock);
}
