namespace KpiGrid.Web.SignIn;

/// <summary>A page with one button.</summary>
/// <param name="Title">What the button does.</param>
/// <param name="Text">What that means.</param>
/// <param name="Action">Where it posts.</param>
/// <param name="Field">The name of the field that shows that this page was asked for.</param>
/// <param name="Token">Its value.</param>
public sealed record FormView(string Title, string Text, string Action, string Field, string Token);
