using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KpiGrid.Host.Commands;

/// <summary>
/// What the user sees: tables and bars on a terminal, plain lines elsewhere. Answers go to the standard output,
/// everything about the way there to the standard error.
/// </summary>
internal sealed class Screen(bool json)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole output = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out) });
    private readonly IAnsiConsole error = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });

    public bool IsJson => json;

    public bool IsTerminal => output.Profile.Out.IsTerminal;

    private TextWriter Out => output.Profile.Out.Writer;

    public void Say(string line)
    {
        if (!json) Out.WriteLine(line);
    }

    public void Answer<T>(T answer) => Out.WriteLine(JsonSerializer.Serialize(answer, Written));

    public void Raw(byte[] answer)
    {
        Out.WriteLine(Encoding.UTF8.GetString(answer));
    }

    public int Fail(int code, string message)
    {
        if (json) Console.Error.WriteLine(JsonSerializer.Serialize(new { error = message }, Written));
        else if (error.Profile.Out.IsTerminal) error.MarkupLineInterpolated($"[red]{message}[/]");
        else Console.Error.WriteLine(message);
        return code;
    }

    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!output.Profile.Out.IsTerminal)
        {
            Out.WriteLine(string.Join('\t', header));
            foreach (var row in rows) Out.WriteLine(string.Join('\t', row));
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in header) table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        output.Write(table);
    }

    /// <summary>Shows something in place of what it showed before, as often as it is told; on a terminal.</summary>
    public Task Moving(Func<Action<IRenderable>, Task> work) => output.Live(new Text(""))
        .Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top)
        .StartAsync(live => work(live.UpdateTarget));

    /// <summary>Says something about the way to an answer.</summary>
    public void Remark(string line)
    {
        if (!json) Console.Error.WriteLine(line);
    }

    /// <summary>Shows how far a piece of work has come, where anybody can see it.</summary>
    public async Task<T> Progress<T>(string title, Func<Action<string, double, double>, Task<T>> work)
    {
        if (json || !error.Profile.Out.IsTerminal) return await work((_, _, _) => { });
        return await error.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(title), autoStart: true, maxValue: 1);
            bar.IsIndeterminate = true;
            return await work((step, done, all) =>
            {
                bar.Description = Markup.Escape($"{title}: {step} {done:N0}");
                bar.IsIndeterminate = all <= 0;
                if (all <= 0) return;
                bar.MaxValue = all;
                bar.Value = done;
            });
        });
    }
}
