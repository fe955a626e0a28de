using KpiGrid.Api.Access;
using KpiGrid.Api.Keys;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KpiGrid.Web.SignIn;

/// <summary>Signing in by a link that opens once, and signing out. Looking at a page changes nothing; its button does.</summary>
internal static class SignInPages
{
    private const string SignOutPath = "/sign-out";
    private const int FormBytesMax = 16 * 1_024;
    private static readonly Words Words = Words.English;

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/{key}", (string key, HttpContext context, IAntiforgery forgery) =>
            Form(context, forgery, Words.SignInTitle, Words.SignInText, $"/sign-in/{Uri.EscapeDataString(key)}")).IsOpen();
        routes.MapPost("/sign-in/{key}", SignIn).DisableAntiforgery().IsOpen();
        routes.MapGet(SignOutPath, (HttpContext context, IAntiforgery forgery) =>
            Form(context, forgery, Words.SignOutTitle, Words.SignOutText, SignOutPath)).IsOpen();
        routes.MapPost(SignOutPath, SignOut).DisableAntiforgery().IsOpen();
    }

    private static PageResult<FormPage> Form(HttpContext context, IAntiforgery forgery, string title, string text, string action)
    {
        var tokens = forgery.GetAndStoreTokens(context);
        // The address holds what opens a session: it is told to no other site.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new PageResult<FormPage>(new FormView(Words, title, text, action, tokens.FormFieldName, tokens.RequestToken!));
    }

    private static async Task<IResult> SignIn(string key, HttpContext context, IAntiforgery forgery, Sessions sessions)
    {
        if (!await IsOwnForm(context, forgery)) return Forged();
        if (await sessions.Begin(key) is not { } session)
            return Notice(Words.LinkSpentTitle, Words.LinkSpent, StatusCodes.Status401Unauthorized);
        context.Response.Cookies.Append(Credentials.SessionCookie, session.Cookie, Cookie(context, session.Expires));
        return new SeeOther("/");
    }

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery forgery, Sessions sessions)
    {
        if (!await IsOwnForm(context, forgery)) return Forged();
        await sessions.End(Caller.Of(context));
        context.Response.Cookies.Delete(Credentials.SessionCookie, Cookie(context, null));
        return Notice(Words.SignedOutTitle, Words.SignedOut, StatusCodes.Status200OK);
    }

    private static async Task<bool> IsOwnForm(HttpContext context, IAntiforgery forgery)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = FormBytesMax;
        return context.Request.HasFormContentType && await forgery.IsRequestValidAsync(context);
    }

    private static CookieOptions Cookie(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", Expires = expires,
    };

    private static PageResult<NoticePage> Forged() =>
        Notice(Words.FormForeignTitle, Words.FormForeign, StatusCodes.Status400BadRequest);

    private static PageResult<NoticePage> Notice(string title, string text, int status) =>
        new(new NoticeView(Words, title, text), status);
}
