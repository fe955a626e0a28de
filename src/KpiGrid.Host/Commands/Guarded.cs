using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using Microsoft.Extensions.Options;

namespace KpiGrid.Host.Commands;

/// <summary>Turns what may go wrong on the way to a server into a message and an exit code.</summary>
internal static class Guarded
{
    public static async Task<int> Run(Screen screen, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (NotReachableException failure)
        {
            return screen.Fail(ExitCode.NotReachable, failure.Message);
        }
        catch (RefusedException failure)
        {
            return screen.Fail(ExitCode.Refused, failure.Message);
        }
        catch (ImportMapException failure)
        {
            return screen.Fail(ExitCode.Usage, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException
            or JournalDamagedException or JournalUnavailableException or JournalFullException or OptionsValidationException
            or System.Text.DecoderFallbackException)
        {
            return screen.Fail(ExitCode.Refused, failure.Message);
        }
    }
}
