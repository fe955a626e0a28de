using System.CommandLine;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Commands;

/// <summary>How the commands about keys reach a server.</summary>
internal sealed class KeyAsking
{
    public Option<Uri> Url { get; } = SharedOptions.Url();

    public Option<string?> Key { get; } = SharedOptions.Key();

    public Option<string> Data { get; } = SharedOptions.Data();

    public Task<int> Run(ParseResult asked, Func<Screen, KeyDesk, Task> ask)
    {
        var screen = new Screen(asked.GetValue(SharedOptions.Json));
        return Guarded.Run(screen, async () =>
        {
            using var client = KeyedHttp.Client(asked.GetValue(Url)!, asked.GetValue(Key), asked.GetValue(Data)!);
            // Making a key twice makes two: nothing is sent again.
            await ask(screen, new(new PatientHttp(client, TimeProvider.System, Patience.None)));
            return ExitCode.Ok;
        });
    }
}
