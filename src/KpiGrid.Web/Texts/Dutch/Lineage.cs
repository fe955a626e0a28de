namespace KpiGrid.Web.Texts;

/// <content>Who repeats a pilot.</content>
internal static partial class Dutch
{
    public static LineageWords Lineage { get; } = new()
    {
        Title = "Herhalingen",
        Link = "Wie herhaalt het",
        Lead = "Het origineel en iedereen die het herhaalt, elk geteld vanaf de eigen start.",
        ScaleTo = "Als alle leden dit deden",
        Family = "Naast het origineel",
        Nobody = "Niemand herhaalt het nog, voor zover u mag zien.",
        Own = "Eigen resultaat",
        Original = "Het origineel in evenveel maanden",
        Difference = "Verschil",
        Curve = "Verspreiding",
        CurveNote = "Hoeveel er dan begonnen waren, naast de herhalingen die gerapporteerd zijn.",
        By = "T/m",
        Replicas = "Begonnen herhalingen",
        Reported = "Gerapporteerde herhalingen",
    };
}
