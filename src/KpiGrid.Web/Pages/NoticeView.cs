using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Pages;

/// <summary>A page that has nothing to show but a reason.</summary>
/// <param name="Title">What is the matter.</param>
/// <param name="Text">What to do.</param>
public sealed record NoticeView(string Title, string Text)
{
    internal static IResult SignInFirst(Words words) =>
        With(words.Notices.SignInNeededTitle, words.Notices.SignInNeeded, StatusCodes.Status401Unauthorized);

    internal static IResult NotAllowed(Words words) =>
        With(words.Notices.NotAllowedTitle, words.Notices.NotAllowed, StatusCodes.Status403Forbidden);

    internal static IResult Unknown(Words words) =>
        With(words.Notices.UnknownTitle, words.Notices.Unknown, StatusCodes.Status404NotFound);

    internal static IResult With(string title, string text, int status) =>
        new PageResult<NoticePage>(new NoticeView(title, text), status);
}
