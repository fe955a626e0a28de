namespace KpiGrid.Web.Texts;

/// <content>Regions and what they come to.</content>
internal static partial class Dutch
{
    public static RegionsWords Regions { get; } = new()
    {
        Title = "Regio's",
        Lead = "Netwerken, projecten, provincies en landen; elk telt op wat zijn gemeenten rapporteren.",
        Name = "Naam",
        Kind = "Soort",
        MembersToday = "Leden vandaag",
        Member = "{0} lid vandaag",
        Members = "{0} leden vandaag",
        NoRegions = "Er zijn nog geen regio's.",
        NoRegionsRemedy = "Maak een eigen regio:",
        LoadSamples = "Voorbeeldnetwerken laden",
        LoadSamplesText = "Vijf netwerken met echte plaatsen en verzonnen cijfers, gemarkeerd als voorbeeld, om "
            + "rond te kijken. Ze blijven staan: neem een andere gegevensmap om opnieuw te beginnen.",
        NotEmpty = "Er zijn al regio's. De voorbeeldnetwerken worden alleen geladen waar er nog geen zijn.",
        Kpis = "Indicatoren",
        MemberEnded = "{0} hield op te bestaan op {1}. Of {2} vanaf dan lid is, is niet beslist: een beheerder geeft het aan.",
        NoKpis = "Voor {0} is niets gerapporteerd of verwacht.",
        NoKpisRemedy = "Kies een andere periode, of rapporteer metingen voor een proefproject in een van de "
            + "gemeenten:",
        KpisCut = "Er zijn meer indicatoren dan één pagina opvraagt; zie /v1/kpis.",
        ChooseKpi = "Toon leden, kaart en wijzigingen",
        Shown = "hieronder getoond",
        ExplainMeaning = "De metingen achter deze waarde",
        SparkBars = "Per {0}, {1}",
        Series = "{0}: {1} per {2}",
        SeriesNoteFlow = "Elke staaf is wat voor de periode is gerapporteerd; een cijfer over langere tijd staat "
            + "op de laatste dag.",
        SeriesNoteStanding = "De lijn is de waarde die aan het einde van elke periode geldt.",
        League = "Leden",
        LeagueTitle = "{0} per gemeente, {1}",
        LeagueNote = "Het cijfer van een gezamenlijk proefproject wordt volgens aandelen verdeeld, zodat de "
            + "leden samen het totaal vormen.",
        LeagueNoteQuotient = "Verhoudingen worden eerst opgeteld en dan gedeeld: het totaal is niet het "
            + "gemiddelde van de leden.",
        LeagueNoteDistinct = "Wie in meer gemeenten is geteld, telt in het totaal één keer.",
        Municipality = "Gemeente",
        ShareOfTotal = "Aandeel in het totaal",
        Ledger = "Wat dubbel te zien is",
        LedgerText = "Als elk lid zijn proefprojecten volledig meetelde, kwamen de leden samen op {0}. Het echte "
            + "totaal is {1}; {2} is hetzelfde proefproject, gezien bij meer leden.",
        LedgerNothing = "Geen proefproject wordt door meer leden gedeeld, dus niets is dubbel te zien.",
        LedgerPilot = "Gezamenlijk proefproject",
        LedgerWhole = "Geheel",
        LedgerMembers = "Leden die meedoen",
        LedgerTwice = "Nogmaals te zien",
        Late = "Wie nog niet rapporteerde",
        LateNobody = "Iedereen van wie iets wordt verwacht, heeft voor {0} gerapporteerd.",
        LateNone = "Voor {0} wordt van niemand iets verwacht.",
        LateSoFar = "{0} loopt nog: deze hebben nog niet alles gerapporteerd.",
        LateClosed = "{0} is voorbij: deze hebben niet alles gerapporteerd.",
        Conflicts = "Cijfers in strijd met elkaar",
        ConflictForm = "{0}: het geheel is {1}, de deelnemers rapporteren {2}; {3} meer.",
        ConflictMore = "Corrigeer het geheel tot minstens {0}, of de eigen cijfers van de deelnemers tot samen hoogstens {1}.",
        ConflictNobodyLeft = "Elke deelnemer rapporteerde zijn eigen cijfer: corrigeer het geheel tot {0}, of hun cijfers tot samen {1}.",
        Changes = "Wat is gewijzigd sinds",
        ChangesForm = "Wijzigingen tonen",
        ChangesSince = "Sinds het begin van",
        ChangesText = "Aan het begin van {0} was het totaal voor {1} {2}; nu is het {3}.",
        ChangesNothing = "Het totaal voor {1} is sinds het begin van {0} niet gewijzigd: het is {2}.",
        ChangesTooRecent = "Kies een dag vóór vandaag.",
        ChangesTooMany = "Te veel proefprojecten om samen op terug te kijken: open een gemeente.",
        Map = "Kaart",
        MapTitle = "{0} per gemeente, {1}",
        MapNote = "De oppervlakte van een cirkel is de waarde.",
        MapNoteShade = "Hoe sterker de kleur, hoe hoger: vijf groepen met ongeveer evenveel gemeenten; "
            + "gestreept heeft geen waarde.",
        NotDrawn = "Niet getekend, omdat de plaats op de kaart ontbreekt: {0}.",
        NotDrawnMore = "Niet getekend, omdat de plaats op de kaart ontbreekt: {0} en nog {1}.",
        TableNote = "Een waarde leidt naar de metingen erachter. De dekking telt gemeenten waarvan iets wordt "
            + "verwacht.",
        Target = "Doel {0}: {1} % bereikt",
    };
}
