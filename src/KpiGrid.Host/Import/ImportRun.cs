using System.Net;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Import;

/// <summary>
/// Imports a file: reads all of it once to find what is wrong, then reads it again and sends it. Nothing is sent while
/// anything is wrong, unless told to skip that.
/// </summary>
internal sealed class ImportRun(PatientHttp http, TimeProvider time, ImportOrder order, Action<string, long> tell)
{
    private const int ToldEvery = 2_000;

    private readonly byte[] mapText = File.ReadAllBytes(order.Map);

    public async Task<ImportCounts> Run(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var map = ImportMap.Read(mapText);
        var source = new ImportSource(order.File, map.Encoding);
        var counts = new ImportCounts
        {
            Import = source.ImportId(mapText), DryRun = order.DryRun, Boundaries = map.Boundaries,
        };
        var (labels, held) = Check(map, source, counts);
        if (order.SkipBad || (counts.Errors == 0 && (counts.Held == 0 || order.Confirm)))
        {
            await Create(map, labels, counts, cancellationToken);
            await Send(map, source, labels, order.Confirm ? new HashSet<long>() : held, counts, cancellationToken);
        }
        counts.Retries = http.Retries;
        counts.Seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 2);
        counts.PeakMemoryMiB = PeakMemory.MiB();
        return counts;
    }

    private (ImportLabels Labels, IReadOnlySet<long> Held) Check(
        ImportMap map, ImportSource source, ImportCounts counts)
    {
        var errors = new RowErrors();
        var labels = new ImportLabels();
        var folder = Path.GetDirectoryName(Path.GetFullPath(order.File))!;
        using var reader = new RowReader(map, source.Open(), errors, withIds: false, folder);
        foreach (var row in reader.Read())
        {
            labels.Meet(row);
            if (++counts.Measurements % ToldEvery == 0) tell("reading", reader.Rows);
        }
        labels.Name(reader);
        counts.Rows = reader.Rows;
        counts.Blanks = reader.Blanks;
        counts.LostDigits = reader.LostDigits;
        counts.Pilots = labels.Pilots.Count;
        counts.Errors = errors.Count;
        counts.FirstErrors.AddRange(errors.First);
        Warn(reader, counts);
        Take(reader.Checks!, counts);
        return (labels, reader.Checks!.HeldLines);
    }

    private static void Warn(RowReader reader, ImportCounts counts)
    {
        if (!reader.HasDeclaredIds)
        {
            counts.Warnings.Add("The mapping names neither an id nor key columns: ids come from whole rows, "
                + "so a row that is changed in the file becomes another measurement");
        }
        foreach (var doubt in reader.Doubts) counts.Warnings.Add(doubt.ToString());
        if (reader.LostDigits > 0)
        {
            counts.Warnings.Add($"{reader.LostDigits} values are written with an exponent and may have lost digits");
        }
    }

    private static void Take(RowChecks checks, ImportCounts counts)
    {
        counts.Warnings.AddRange(checks.Finish());
        counts.Held = checks.Held.Count;
        counts.FirstHeld.AddRange(checks.Held.First);
        counts.Told = checks.Told.Count;
        counts.FirstTold.AddRange(checks.Told.First);
    }

    private async Task Create(
        ImportMap map, ImportLabels labels, ImportCounts counts, CancellationToken cancellationToken)
    {
        if (!order.Create || order.DryRun) return;
        if (map.Create is null) throw new ImportMapException("create: --create needs this section in the mapping");
        var reason = order.Reason ?? $"{counts.Import} of {Path.GetFileName(order.File)}";
        var entries = RegistryEntries.Of(map.Create, labels);
        counts.Created = await RegistryEntries.Put(http, entries, reason, cancellationToken);
    }

    private async Task Send(
        ImportMap map, ImportSource source, ImportLabels labels, IReadOnlySet<long> held, ImportCounts counts,
        CancellationToken cancellationToken)
    {
        var missing = order.DryRun ? await Missing(labels, counts, cancellationToken) : [];
        var query = $"?import={counts.Import}" + (order.DryRun ? "&dryRun=true" : "");
        using var sender = new MeasurementSender(http, query, order.SkipBad, counts);
        using var reader = new RowReader(map, source.Open(), new RowErrors());
        var sent = 0L;
        foreach (var row in reader.Read())
        {
            if (sender.IsStopped) break;
            if (missing.Contains(row.Pilot) || held.Contains(row.Line)) continue;
            await sender.Add(row, cancellationToken);
            if (++sent % ToldEvery == 0) tell("sending", reader.Rows);
        }
        await sender.Finish(cancellationToken);
        tell("sending", reader.Rows);
    }

    /// <summary>A dry run cannot ask a pilot that the import itself would make.</summary>
    private async Task<HashSet<string>> Missing(
        ImportLabels labels, ImportCounts counts, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>();
        foreach (var pilot in labels.Pilots.Keys)
        {
            var answer = await http.Get($"/v1/pilots/{pilot}", cancellationToken);
            if (answer.Status == HttpStatusCode.NotFound) missing.Add(pilot);
        }
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Order(StringComparer.Ordinal).Take(5));
            counts.Warnings.Add($"{missing.Count} pilots are not there yet ({names}): their rows are read but not "
                + "checked by the server");
        }
        return missing;
    }
}
