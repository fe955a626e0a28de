namespace KpiGrid.Web.Texts;

/// <content>Signing in and out.</content>
internal static partial class English
{
    public static SignInWords SignIn { get; } = new()
    {
        SignInTitle = "Sign in",
        SignInText = "This address opens once. The session it begins ends when you sign out, or by itself after "
            + "some hours.",
        SignOutTitle = "Sign out",
        SignOutText = "Ends the session of this browser.",
        SignedOutTitle = "Signed out",
        SignedOut = "The session of this browser has ended.",
        LinkSpentTitle = "This address opens nothing any more",
        LinkSpent = "It has been used or its time has passed. Ask for another: kpigrid keys link.",
        FormForeignTitle = "Load the page again",
        FormForeign = "The button was pressed on a page too old or not of this server; nothing was done.",
    };
}
