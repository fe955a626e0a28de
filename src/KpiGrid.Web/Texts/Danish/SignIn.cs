namespace KpiGrid.Web.Texts;

/// <content>Signing in and out.</content>
internal static partial class Danish
{
    public static SignInWords SignIn { get; } = new()
    {
        SignInTitle = "Log ind",
        SignInText = "Adressen kan åbnes én gang. Sessionen slutter, når du logger ud, eller af sig selv efter "
            + "nogle timer.",
        SignOutTitle = "Log ud",
        SignOutText = "Afslutter sessionen i denne browser.",
        SignedOutTitle = "Logget ud",
        SignedOut = "Sessionen i denne browser er afsluttet.",
        LinkSpentTitle = "Adressen virker ikke længere",
        LinkSpent = "Den er brugt eller udløbet. Bed om en ny: kpigrid keys link.",
        FormForeignTitle = "Genindlæs siden",
        FormForeign = "Knappen hørte til en side, der er for gammel eller ikke fra denne server; intet er sket.",
    };
}
