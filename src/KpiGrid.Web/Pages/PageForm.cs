using KpiGrid.Api.Access;
using KpiGrid.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace KpiGrid.Web.Pages;

/// <summary>A page of a place with a form on it: shown to who may read the place, and taken only where this page made it.</summary>
internal sealed class PageForm(PageGate gate, IAntiforgery forgery)
{
    private const int BytesMax = 16 * 1_024;

    public async Task<IResult> Show(HttpContext context, Verbs verb, Func<Visit, Task<IResult>> page)
    {
        var visit = Visit.Of(context);
        return await gate.Refusal(visit, visit.State.Place, verb) ?? await page(visit);
    }

    public async Task<IResult> Take(HttpContext context, Verbs verb, Func<Visit, IFormCollection, Task<IResult>> take)
    {
        var visit = Visit.Of(context);
        if (await gate.Refusal(visit, visit.State.Place, verb) is { } refusal) return refusal;
        return await OwnForm.Read(context, forgery, BytesMax) is { } form
            ? await take(visit, form)
            : SignInPages.Forged(visit.Words.SignIn);
    }

    /// <summary>Writes what was sent: then the page is asked for anew, at an anchor, or shown again with what is wrong.</summary>
    public Task<IResult> Write(
        HttpContext context, Verbs verb, string anchor, Func<Visit, IFormCollection, Task<IReadOnlyList<string>>> write,
        Func<Visit, IReadOnlyList<string>, int, Task<IResult>> page) =>
        Take(context, verb, async (visit, sent) => await write(visit, sent) is { Count: > 0 } wrong
            ? await page(visit, wrong, StatusCodes.Status422UnprocessableEntity)
            : new SeeOther($"{visit.State.Address}#{anchor}"));

    public FormToken Token(HttpContext context)
    {
        var tokens = forgery.GetAndStoreTokens(context);
        return new(tokens.FormFieldName, tokens.RequestToken!);
    }
}

/// <summary>A hidden field that shows that a form was asked for.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record FormToken(string Field, string Value);
