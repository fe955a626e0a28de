namespace KpiGrid.Web.Texts;

/// <content>Signing in and out.</content>
internal static partial class Dutch
{
    public static SignInWords SignIn { get; } = new()
    {
        SignInTitle = "Aanmelden",
        SignInText = "Dit adres werkt één keer. De sessie eindigt wanneer u zich afmeldt, of vanzelf na enkele uren.",
        SignOutTitle = "Afmelden",
        SignOutText = "Beëindigt de sessie in deze browser.",
        SignedOutTitle = "Afgemeld",
        SignedOut = "De sessie in deze browser is beëindigd.",
        LinkSpentTitle = "Dit adres werkt niet meer",
        LinkSpent = "Het is gebruikt of verlopen. Vraag een nieuw adres: kpigrid keys link.",
        FormForeignTitle = "Laad de pagina opnieuw",
        FormForeign = "De knop hoorde bij een pagina die te oud is of niet van deze server komt; er is niets "
            + "gebeurd.",
    };
}
