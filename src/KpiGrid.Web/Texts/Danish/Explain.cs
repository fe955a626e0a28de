namespace KpiGrid.Web.Texts;

/// <content>What is behind a number.</content>
internal static partial class Danish
{
    public static ExplainWords Explain { get; } = new()
    {
        Title = "Hvad ligger bag tallet",
        Intro = "Alle målinger, der indgår i tallet. De viste dele giver totalen tilsammen.",
        IntroDistinct = "Alle målinger, der indgår i tallet. Den, der er nævnt i flere, tæller én gang.",
        Quotient = "{0} divideret med {1}",
        Nothing = "Ingen måling indgår i tallet.",
        Measurement = "Måling",
        Pilot = "Pilotprojekt",
        Period = "Periode",
        Sent = "Som indsendt",
        Part = "Del af tallet",
        Share = "Andel",
        Obtained = "Hvordan opgjort",
        Recorded = "Registreret",
        Revision = "revision {0}",
        OneRevision = "første udgave",
        By = "af {0}",
        Reason = "Begrundelse: {0}",
        Note = "Bemærkning: {0}",
        Evidence = "Dokumentation",
        OnBehalf = "på vegne af {0}",
        HiddenText = "{0} målinger fra {1} pilotprojekter indgår i totalen, men er skjult: din adgang rækker "
            + "ikke til dem.",
        HiddenPart = "Tilsammen giver de {0}.",
        AsJson = "Det samme som JSON",
        Total = "Total",
        Members = "{0} nævnt",
        Reading = "løbende total {0}",
        Rules = new Dictionary<string, string>
        {
            ["own"] = "en deltagers eget tal",
            ["control-total"] = "del af en vejet total, der er bevaret",
            ["replaced-part"] = "del af et skøn, som deltagere har erstattet",
            ["in-conflict"] = "i modstrid med et andet tal",
        },
        RevisionKinds = new Dictionary<string, string>
        {
            ["initial"] = "første udgave",
            ["correction"] = "rettelse",
            ["revision"] = "bedre data",
            ["restatement"] = "genopgjort",
            ["withdrawal"] = "trukket tilbage",
            ["restore"] = "genindsat",
        },
        Kinds = new Dictionary<string, string>
        {
            ["flow"] = "Dagenes mængder lægges sammen.",
            ["event-count"] = "Begivenheder tælles og lægges sammen.",
            ["ratio"] = "Tællere og nævnere lægges sammen først og deles derefter.",
            ["stock"] = "En værdi gælder, til den næste kommer; vist er den, der gælder på den sidste dag.",
            ["level"] = "Værdier vægtes og lægges sammen og deles med de vægte, der gælder på den sidste dag.",
            ["score"] = "Vist er, hvor ofte hvert trin gælder på den sidste dag, og den nedre median.",
            ["distinct"] = "Alle, der er nævnt, tæller én gang, uanset hvor ofte.",
        },
    };
}
