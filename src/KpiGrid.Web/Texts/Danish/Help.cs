namespace KpiGrid.Web.Texts;

/// <content>How to use the pages, and what this is.</content>
internal static partial class Danish
{
    public static HelpWords Help { get; } = new()
    {
        Title = "Hjælp",
        Lead = "En side til hver af de tre grupper, der arbejder med KpiGrid.",
        Leads = new("For pilotledere", "Du indberetter det, dit pilotprojekt måler.",
        [
            ("Indberet på et minut", "Åbn »Indberet«, vælg projekt og nøgletal, skriv værdien, som du plejer, og send. Enheden står ved feltet."),
            ("Der bliver spurgt ved tastefejl", "En værdi langt fra din egen historik holdes tilbage med et spørgsmål. Bekræft den, når den er rigtig."),
            ("Ret, overskriv aldrig", "Vælg »Ret« på målingens side, og skriv hvorfor. Den gamle værdi kan stadig læses."),
            ("Se, hvad det flyttede", "Kvitteringen viser, hvilke totaler der flyttede sig, og hvor meget. Det samme sendt igen flytter intet."),
            ("Intet er ikke nul", "Nul er en værdi. Var der intet at måle, så vælg grunden i formularen i stedet for at sende nul."),
        ]),
        Coordinators = new("For koordinatorer", "Du følger en kommunegruppe og står inde for dens tal.",
        [
            ("Følg gruppen", "Felterne viser, hvad hvert nøgletal bliver til, hvor meget af det forventede der er med, og hvor nyt det er. Tallene flytter sig selv."),
            ("Åbn ethvert tal", "Hvert tal er et link til målingerne bag det; linjerne giver totalen."),
            ("Se, hvem der mangler", "Under det valgte nøgletal står, hvem der ikke har indberettet, og siden hvornår."),
            ("Se, hvad der er ændret", "Vælg en dag under »Hvad er ændret siden« for at se hver ændring siden da med begrundelse."),
            ("Før et møde", "Links rummer hele visningen: sprog, periode, nøgletal. Hver figur findes også som tabel, billede og CSV-fil."),
        ]),
        Centres = new("For bæredygtighedscentre", "Du sammenligner pilotprojekter på tværs af kommuner og lande, på en rimelig måde.",
        [
            ("Stil dem op ved siden af hinanden", "Åbn »Sammenlign«, vælg et nøgletal og to eller flere projekter eller kommuner, eller alle medlemmer af en gruppe."),
            ("Del med det, der betyder noget", "Pr. indbygger, pr. budget eller pr. m². En lille nævner vises gråt og er ikke med i rangordenen: dér vejer tilfældet tungt."),
            ("Kalender eller projektets eget ur", "På projekternes eget ur står måned 3 for det ene ved siden af måned 3 for det andet, uanset hvornår de begyndte."),
            ("Rangorden kun, når det er rimeligt", "Er definitioner, metoder, perioder, dækning eller grænser forskellige, står de side om side, og grunden siges."),
            ("Penge efter en fast kurs", "Kroner og euro omregnes kun efter en navngiven og dateret kurs, så enhver kan regne efter."),
        ]),
        About = "Om",
        AboutLead = "KpiGrid gemmer det, som kommunernes cirkulære pilotprojekter måler, og svarer på, hvad det bliver til.",
        Version = "Version",
        Software = "Licens for programmet",
        SoftwareText = "MIT. Du må bruge, ændre og give det videre; den fulde tekst står nedenfor.",
        Data = "Licens for data",
        DataUnset = "Den, der driver denne installation, har ikke oplyst nogen: spørg, før du offentliggør tal.",
        Counting = "Sådan tælles totaler",
        CountingText = "En total er en sum over kommuner, hver talt én gang, uanset hvordan grupper overlapper. Andele i fælles projekter er nøjagtige; forhold lægges sammen, før de divideres; penge i forskellige valutaer lægges aldrig sammen uden en nævnt kurs.",
    };
}
