using System.CommandLine;
using System.Security.Cryptography;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid edition verify</c>: hashes the text of an edition's numbers here, and compares.</summary>
internal static class EditionVerifyCommand
{
    public static Command Create()
    {
        var (region, number) = (EditionCommand.Region(), EditionCommand.Number());
        var hash = new Option<string?>("--hash") { Description = "The hash as it was printed or noted; else the one on record" };
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command("verify",
            "Hash the numbers of an edition on this machine and compare.\n"
            + "Example: kpigrid edition verify regions/ncc 1 --hash 3f2a…")
        {
            region, number, hash, url, key,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var path = $"/v1/{asked.GetValue(region)}/editions/{asked.GetValue(number)}";
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                var http = new PatientHttp(client, TimeProvider.System, Patience.None);
                var text = await Get(http, path + "/text", cancellationToken);
                var noted = asked.GetValue(hash)
                    ?? (await Get(http, path, cancellationToken)).Json().GetProperty("edition").GetProperty("hash").GetString();
                return Compare(screen, Convert.ToHexStringLower(SHA256.HashData(text.Body)), noted!);
            });
        });
        return command;
    }

    private static async Task<HttpAnswer> Get(PatientHttp http, string path, CancellationToken cancellationToken)
    {
        var answer = await http.Get(path, cancellationToken);
        return answer.IsSuccess ? answer : throw new RefusedException(path, answer);
    }

    private static int Compare(Screen screen, string made, string noted)
    {
        var isSame = string.Equals(made, noted, StringComparison.OrdinalIgnoreCase);
        if (screen.IsJson) screen.Answer(new { made, noted, isSame });
        if (!isSame) return screen.Fail(ExitCode.Refused, $"These are not the numbers of that hash: theirs is {made}, not {noted}.");
        screen.Say($"The numbers are those of hash {made}.");
        return ExitCode.Ok;
    }
}
