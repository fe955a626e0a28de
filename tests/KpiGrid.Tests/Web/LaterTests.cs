using System.Text;
using KpiGrid.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Web;

/// <summary>A page whose later part is still being read when the rest is sent.</summary>
public sealed class LaterTests : IDisposable
{
    private readonly TaskCompletionSource<string> part = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream sent = new();

    public void Dispose() => sent.Dispose();

    [Fact]
    public async Task What_stands_above_is_sent_before_the_later_part_is_there()
    {
        var page = Write();

        Assert.Equal("<h1>Above</h1>", Sent);
        part.SetResult("later & more");
        await page;

        Assert.Equal("<h1>Above</h1><p>later &amp; more</p><footer>Below</footer>", Sent);
    }

    [Fact]
    public async Task A_page_whose_parts_are_all_there_is_sent_whole()
    {
        part.SetResult("at once");

        await Write();

        Assert.Equal("<h1>Above</h1><p>at once</p><footer>Below</footer>", Sent);
    }

    [Fact]
    public async Task A_part_that_the_cluster_cannot_give_is_said_in_its_place()
    {
        var page = Write();
        part.SetException(new TimeoutException());
        await page;

        Assert.StartsWith("<h1>Above</h1><p class=\"note\" role=\"alert\">", Sent, StringComparison.Ordinal);
        Assert.EndsWith("</p><footer>Below</footer>", Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_broken_breaks_the_page_and_does_not_end_it_as_if_it_were_whole()
    {
        var page = Write();
        part.SetException(new InvalidOperationException("a defect"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => page);
        Assert.Equal("<h1>Above</h1>", Sent);
    }

    private string Sent => Encoding.UTF8.GetString(sent.ToArray());

    private Task Write()
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
            Response = { Body = sent },
        };
        return new PageResult<CutPage>(part.Task).ExecuteAsync(context);
    }

    private sealed class CutPage : ComponentBase
    {
        [Parameter, EditorRequired] public Task<string> View { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<h1>Above</h1>");
            builder.OpenComponent<Later<string>>(1);
            builder.AddComponentParameter(2, nameof(Later<>.View), View);
            builder.AddComponentParameter(3, nameof(Later<>.ChildContent), (RenderFragment<string>)Read);
            builder.CloseComponent();
            builder.AddMarkupContent(4, "<footer>Below</footer>");
        }

        private static RenderFragment Read(string text) => content =>
        {
            content.OpenElement(0, "p");
            content.AddContent(1, text);
            content.CloseElement();
        };
    }
}
