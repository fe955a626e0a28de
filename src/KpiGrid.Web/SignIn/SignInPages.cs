using KpiGrid.Api.Access;
using KpiGrid.Api.Keys;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.SignIn;

/// <summary>Signing in by a link that opens once, and signing out. Looking at a page changes nothing; its button does.</summary>
internal static class SignInPages
{
    private const string SignOutPath = "/sign-out";
    private const int FormBytesMax = 16 * 1_024;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/{key}", (string key, HttpContext context, IAntiforgery forgery) =>
            Form(context, forgery, words => (words.SignInTitle, words.SignInText), $"/sign-in/{Uri.EscapeDataString(key)}"))
            .IsOpen();
        routes.MapPost("/sign-in/{key}", SignIn).DisableAntiforgery().IsOpen();
        routes.MapGet(SignOutPath, (HttpContext context, IAntiforgery forgery) =>
            Form(context, forgery, words => (words.SignOutTitle, words.SignOutText), SignOutPath)).IsOpen();
        routes.MapPost(SignOutPath, SignOut).DisableAntiforgery().IsOpen();
    }

    private static PageResult<FormPage> Form(
        HttpContext context, IAntiforgery forgery, Func<SignInWords, (string Title, string Text)> say, string action)
    {
        var state = ViewState.Of(context);
        var (title, text) = say(Words.Of(state.Language).SignIn);
        var tokens = forgery.GetAndStoreTokens(context);
        // The address holds what opens a session: it is told to no other site.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new PageResult<FormPage>(new FormView(
            title, text, $"{action}?lang={state.Language.Tag}", tokens.FormFieldName, tokens.RequestToken!));
    }

    private static async Task<IResult> SignIn(string key, HttpContext context, IAntiforgery forgery, Sessions sessions)
    {
        var (language, words) = Said(context);
        if (!await IsOwnForm(context, forgery)) return Forged(words);
        if (await sessions.Begin(key) is not { } session)
            return NoticeView.With(words.LinkSpentTitle, words.LinkSpent, StatusCodes.Status401Unauthorized);
        context.Response.Cookies.Append(Credentials.SessionCookie, session.Cookie, Cookie(context, session.Expires));
        return new SeeOther(new ViewState { Language = language }.Address);
    }

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery forgery, Sessions sessions)
    {
        var (_, words) = Said(context);
        if (!await IsOwnForm(context, forgery)) return Forged(words);
        await sessions.End(Caller.Of(context));
        context.Response.Cookies.Delete(Credentials.SessionCookie, Cookie(context, null));
        context.Features.Set(Caller.Nobody);
        return NoticeView.With(words.SignedOutTitle, words.SignedOut, StatusCodes.Status200OK);
    }

    private static async Task<bool> IsOwnForm(HttpContext context, IAntiforgery forgery) =>
        await OwnForm.Read(context, forgery, FormBytesMax) is not null;

    private static CookieOptions Cookie(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", Expires = expires,
    };

    private static (Language Language, SignInWords Words) Said(HttpContext context)
    {
        var language = ViewState.Of(context).Language;
        return (language, Words.Of(language).SignIn);
    }

    /// <summary>Says that a form came from elsewhere, or is too old.</summary>
    internal static IResult Forged(SignInWords words) =>
        NoticeView.With(words.FormForeignTitle, words.FormForeign, StatusCodes.Status400BadRequest);
}
