using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>Currency codes of ISO 4217.</summary>
/// <remarks>They are not units: no amount of money is ever converted without a named rate series.</remarks>
public static class Currency
{
    private static readonly FrozenSet<string> Codes = Join(
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF",
        "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ",
        "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP",
        "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR",
        "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC",
        "SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF",
        "YER ZAR ZMW ZWG");

    /// <summary>Whether a text is the code of a currency in use, in capital letters.</summary>
    public static bool IsCode([NotNullWhen(true)] string? text) => text is not null && Codes.Contains(text);

    private static FrozenSet<string> Join(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
