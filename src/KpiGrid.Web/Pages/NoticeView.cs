using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Pages;

/// <summary>A page that has nothing to show but a reason.</summary>
/// <param name="Words">The texts.</param>
/// <param name="Title">What is the matter.</param>
/// <param name="Text">What to do.</param>
public sealed record NoticeView(Words Words, string Title, string Text);
