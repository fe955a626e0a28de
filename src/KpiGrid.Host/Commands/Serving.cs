using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Commands;

/// <summary>Starts the server, does what is to be done once it stands, and waits for its end.</summary>
internal static class Serving
{
    public static async Task<int> Run(
        Screen screen, HostOrder order, Func<WebApplication, Task<int>> ready, CancellationToken cancellationToken)
    {
        await using var app = Build(screen, order);
        if (app is null || !await Start(screen, app, cancellationToken)) return ExitCode.Refused;
        var code = await Guarded.Run(screen, () => ready(app));
        if (code == ExitCode.Ok) await app.WaitForShutdownAsync(cancellationToken);
        else await app.StopAsync(cancellationToken);
        return code;
    }

    private static WebApplication? Build(Screen screen, HostOrder order)
    {
        try
        {
            return KpiGridHost.Build(order);
        }
        catch (Exception failure) when (failure is OptionsValidationException or IOException or InvalidDataException)
        {
            screen.Fail(ExitCode.Refused, Reason(failure));
            return null;
        }
    }

    private static async Task<bool> Start(Screen screen, WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            screen.Remark("Stopped before it had started.");
        }
        catch (Exception failure)
        {
            screen.Fail(ExitCode.Refused, Reason(failure));
        }
        return false;
    }

    // A taken folder or address, a full disk or a damaged store says what to do in its own words, however deep it lies.
    private static string Reason(Exception failure)
    {
        for (Exception? each = failure; each is not null; each = each.InnerException)
        {
            if (each is IOException or InvalidDataException or JournalFullException or JournalDamagedException
                or OptionsValidationException)
                return each.Message;
        }
        return $"KpiGrid cannot start: {failure}";
    }
}
