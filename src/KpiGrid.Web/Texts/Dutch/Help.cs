namespace KpiGrid.Web.Texts;

/// <content>How to use the pages, and what this is.</content>
internal static partial class Dutch
{
    public static HelpWords Help { get; } = new()
    {
        Title = "Hulp",
        Lead = "Een pagina voor elk van de drie groepen die met KpiGrid werken.",
        Leads = new("Voor projectleiders", "U rapporteert wat uw proefproject meet.",
        [
            ("Rapporteren in een minuut", "Open ‘Rapporteren’, kies uw project en de indicator, typ de waarde zoals u gewend bent en verstuur. De eenheid staat bij het veld."),
            ("Bij een vergissing volgt een vraag", "Een waarde ver van uw eigen reeks wordt met een vraag tegengehouden. Bevestig ze als ze klopt."),
            ("Verbeter, overschrijf nooit", "Kies ‘Corrigeren’ op de pagina van de meting en zeg waarom. De oude waarde blijft leesbaar."),
            ("Zie wat er bewoog", "Het ontvangstbewijs zegt welke totalen bewogen en hoeveel. Hetzelfde nog eens sturen verandert niets."),
            ("Niets is geen nul", "Nul is een waarde. Was er niets te meten, kies dan de reden in het formulier in plaats van nul te sturen."),
        ]),
        Coordinators = new("Voor coördinatoren", "U volgt een regio en staat in voor haar cijfers.",
        [
            ("Volg de regio", "Tegels tonen waar elke indicator op uitkomt, hoeveel van het verwachte erin zit en hoe vers het is. Cijfers bewegen vanzelf."),
            ("Open elk cijfer", "Elk cijfer is een link naar de metingen erachter; de regels tellen op tot het totaal."),
            ("Zie wie te laat is", "Onder de gekozen indicator staat wie nog niet gerapporteerd heeft, en sinds wanneer."),
            ("Zie wat er veranderde", "Kies een dag bij ‘Wat is gewijzigd sinds’ om elke wijziging sindsdien te zien, met de reden."),
            ("Voor een vergadering", "Links bevatten de hele weergave: taal, periode, indicator. Elke grafiek is ook een tabel, een beeld en een CSV-bestand."),
        ]),
        Centres = new("Voor duurzaamheidscentra", "U vergelijkt proefprojecten over gemeenten en landen heen, eerlijk.",
        [
            ("Zet ze naast elkaar", "Open ‘Vergelijken’, kies een indicator en twee of meer projecten of gemeenten, of alle leden van een regio."),
            ("Deel door wat telt", "Per inwoner, per budget of per m². Een kleine noemer is grijs en niet gerangschikt: daar weegt toeval zwaar."),
            ("Kalender of projectklok", "Op de eigen klok van de projecten staat maand 3 van het ene naast maand 3 van het andere, wanneer ze ook begonnen."),
            ("Alleen gerangschikt als het eerlijk is", "Verschillen definities, methoden, periodes, dekking of grenzen, dan staan ze naast elkaar en wordt de reden gezegd."),
            ("Geld tegen een vaste koers", "Kronen en euro’s worden alleen omgerekend met een genoemde, gedateerde koers, zodat iedereen het kan narekenen."),
        ]),
        About = "Over",
        AboutLead = "KpiGrid bewaart wat circulaire proefprojecten van gemeenten meten, en antwoordt waar het op uitkomt.",
        Version = "Versie",
        Software = "Licentie van de software",
        SoftwareText = "MIT. U mag ze gebruiken, wijzigen en doorgeven; de volledige tekst staat hieronder.",
        Data = "Licentie van de gegevens",
        DataUnset = "Wie deze installatie beheert, heeft er geen vermeld: vraag het voordat u cijfers publiceert.",
        Counting = "Hoe totalen worden geteld",
        CountingText = "Een totaal is een som over gemeenten, elk één keer geteld, hoe regio’s ook overlappen. Aandelen in gezamenlijke projecten zijn exact; verhoudingen worden opgeteld voordat ze worden gedeeld; geld in verschillende munten wordt nooit opgeteld zonder een genoemde koers.",
    };
}
