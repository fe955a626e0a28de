using System.CommandLine;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Commands;

/// <summary>Options that mean the same for every command.</summary>
internal static class SharedOptions
{
    public const string DefaultUrl = "http://127.0.0.1:8420";

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer in JSON, for scripts",
        Recursive = true,
    };

    public static Option<Uri> Url() => new("--url")
    {
        Description = "The address of the KpiGrid to talk to",
        DefaultValueFactory = _ => new(DefaultUrl),
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            ? url
            : Wrong(result, "--url must be an address such as " + DefaultUrl),
    };

    public static Option<string> Urls() => new("--urls")
    {
        Description = "The addresses to listen on, parted by ;",
        DefaultValueFactory = _ => DefaultUrl,
    };

    /// <summary>Who asks; without it KPIGRID_KEY, then the key of the data folder, which leaves this machine for nobody.</summary>
    public static Option<string?> Key() => new("--key")
    {
        Description = "The key to ask with; else KPIGRID_KEY, else, at an address of this machine, that of the data folder",
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "The folder that holds everything",
        DefaultValueFactory = _ => KeyedHttp.UsualFolder,
    };

    public static Option<string?> Settings() => new("--settings")
    {
        Description = "A JSON file with settings; KPIGRID_Store__Kind and the like in the environment count more",
    };

    public static Option<string?> Store() => new Option<string?>("--store")
    {
        Description = "Where everything is kept (Store:Kind)",
    }.AcceptOnlyFromAmong("sqlite", "postgres", "azure");

    public static Option<bool> InsecurePublic() => new("--insecure-public")
    {
        Description = "Listen unencrypted even where other machines reach it; keys can then be overheard",
    };

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
