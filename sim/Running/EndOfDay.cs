using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

/// <summary>WMS's end of the day: its own file pair to the hub, the hub's pair to it, and the response files of both.</summary>
internal sealed class EndOfDay(BankSystem system, string folder, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly Lock _one = new();
    private readonly string _directory = Directory.CreateDirectory(folder).FullName;

    /// <summary>Told of every pair that is written, for a recording.</summary>
    public Action<DateOnly>? Recorder { get; set; }

    public int Pending => system.Book.OpenFiles.Sum(file => file.Ids.Count) + Untaken().Count();

    public async Task RunAsync(CancellationToken cancellation)
    {
        lock (_one)
        {
            foreach (var (day, _) in system.Book.OpenFiles.Where(file => !File.Exists(PathOf(system.Format.System, file.Day, "ctl"))))
            {
                // Killed between the journal and the files: the same records give the same bytes.
                Write(day);
            }
        }

        while (true)
        {
            if (!system.Switches.Down)
            {
                ReadResponses();
                foreach (var day in Untaken().ToList())
                {
                    await Task.Delay(system.Switches.SlowMs, cancellation);
                    Take(day);
                }
            }

            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Writes the pair of a day: of today, or of the first day after the last pair. Null where nothing changed or WMS is down.</summary>
    public DateOnly? Close(DateOnly? asked)
    {
        if (system.Switches.Down)
        {
            return null;
        }

        lock (_one)
        {
            var day = asked ?? clock.Now().Day();
            if (system.Book.LastFileDay is { } last && last >= day)
            {
                day = last.AddDays(1);
            }

            if (!system.Book.Unanswered.Any(record => record.Filed is null))
            {
                return null;
            }

            system.Book.CloseDay(day);
            Write(day);
            Recorder?.Invoke(day);
            return day;
        }
    }

    /// <summary>Drops a recorded pair as it is; its records are WMS's own from then on.</summary>
    public void Drop(string recording, DateOnly day)
    {
        lock (_one)
        {
            var dat = File.ReadAllBytes(Path.Combine(recording, Name(system.Format.System, day, "dat")));
            foreach (var (message, line) in system.Format.Split(dat).Select((message, i) => (message, i + 1)))
            {
                var fields = system.Format.Decode(message).Fields;
                system.Book.Recorded(new($"{system.Format.System}{day:yyyyMMdd}L{line}", fields.Text(Fields.Key), system.Format.Frame(message)), fields);
            }

            foreach (var _ in system.Book.CloseDay(day))
            {
                system.Counters.AddSent(first: true);
            }

            Put(PathOf(system.Format.System, day, "dat"), dat);
            Put(PathOf(system.Format.System, day, "ctl"), File.ReadAllBytes(Path.Combine(recording, Name(system.Format.System, day, "ctl"))));
        }
    }

    /// <summary>The control file of a .dat: written last, so that who sees it sees a whole pair.</summary>
    public static byte[] Control(byte[] dat) =>
        Encoding.ASCII.GetBytes($"count={dat.Count(b => b == '\n')}\nsha256={Convert.ToHexStringLower(SHA256.HashData(dat))}\n");

    public static string Name(string sender, DateOnly day, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{sender}_CUST_{day:yyyyMMdd}.{extension}");

    private void Write(DateOnly day)
    {
        var records = system.Book.Unanswered.Where(record => record.Filed == day).ToList();
        byte[] dat = [.. records.SelectMany(record => record.Frame)];
        Put(PathOf(system.Format.System, day, "dat"), dat);
        Put(PathOf(system.Format.System, day, "ctl"), Control(dat));
        records.ForEach(_ => system.Counters.AddSent(first: true));
        log.FileWritten(system.Format.System, Name(system.Format.System, day, "dat"), records.Count);
    }

    private void ReadResponses()
    {
        foreach (var (day, ids) in system.Book.OpenFiles)
        {
            var path = PathOf(system.Format.System, day, "rsp");
            if (File.Exists(path) && Refusals(File.ReadAllText(path)) is { } refusals)
            {
                for (var line = 1; line <= ids.Count; line++)
                {
                    if (system.Book.Answered(ids[line - 1]))
                    {
                        system.Counters.AddAnswered(null, refusals.GetValueOrDefault(line) ?? refusals.GetValueOrDefault(0));
                    }
                }

                log.FileRead(system.Format.System, Path.GetFileName(path), ids.Count - refusals.Count, refusals.Count);
            }
        }
    }

    /// <summary>Line → code of the refused records (line 0: the whole file); null while the file is not all there.</summary>
    private static Dictionary<int, string>? Refusals(string response)
    {
        var lines = response.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !response.EndsWith('\n'))
        {
            return null;
        }

        var refused = lines[0].Split(',').FirstOrDefault(part => part.StartsWith("refused=", StringComparison.Ordinal));
        if (refused is null || !int.TryParse(refused.AsSpan(8), CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var refusals = new Dictionary<int, string>();
        foreach (var parts in lines.Skip(1).Select(line => line.Split('|')).Where(parts => parts.Length >= 2))
        {
            if (int.TryParse(parts[0], CultureInfo.InvariantCulture, out var line))
            {
                refusals[line] = parts[1];
            }
        }

        return refusals.Count >= count || refusals.ContainsKey(0) ? refusals : null;
    }

    private IEnumerable<DateOnly> Untaken() =>
        from path in Directory.EnumerateFiles(_directory, $"{SystemFormat.Hub}_CUST_*.ctl")
        where !File.Exists(Path.ChangeExtension(path, "rsp"))
        let stamp = Path.GetFileNameWithoutExtension(path)[^8..]
        where DateOnly.TryParseExact(stamp, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var _)
        orderby stamp
        select DateOnly.ParseExact(stamp, "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The hub's pair: taken whole or not at all, each record answered by its line.</summary>
    private void Take(DateOnly day)
    {
        var dat = File.Exists(PathOf(SystemFormat.Hub, day, "dat")) ? File.ReadAllBytes(PathOf(SystemFormat.Hub, day, "dat")) : [];
        var response = new StringBuilder();
        var refused = 0;
        var count = dat.Count(b => b == '\n');
        if (Encoding.ASCII.GetString(Control(dat)).Trim() != File.ReadAllText(PathOf(SystemFormat.Hub, day, "ctl")).ReplaceLineEndings("\n").Trim())
        {
            refused = count;
            response.Append("0|1001|file|count or sha256 differ\n");
            log.FileRefused(system.Format.System, Name(SystemFormat.Hub, day, "dat"), "count or sha256 differ");
        }
        else
        {
            foreach (var (message, line) in system.Format.Split(dat).Select((message, i) => (message, i + 1)))
            {
                if (Answer(message, day, line) is { } refusal)
                {
                    refused++;
                    response.Append(refusal).Append('\n');
                }
            }
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"total={count},done={count - refused},refused={refused}\n");
        Put(PathOf(SystemFormat.Hub, day, "rsp"), Encoding.UTF8.GetBytes(head + response));
        log.FileRead(system.Format.System, Name(SystemFormat.Hub, day, "dat"), count - refused, refused);
    }

    private string? Answer(byte[] message, DateOnly day, int line)
    {
        try
        {
            // A record is known by the file's date and its line.
            var id = string.Create(CultureInfo.InvariantCulture, $"{SystemFormat.Hub}{day:yyyyMMdd}L{line}");
            var (verdict, reply) = system.Judge(system.Format.Decode(message) with { Id = id }, message);
            return verdict is Verdict.Done or Verdict.Repeated ? null : $"{line}|{system.Format.Code(verdict)}|key|{reply.Text}";
        }
        catch (BadMessageException error)
        {
            return $"{line}|{system.Format.Code(Verdict.BadField)}|{error.Field}|{error.Message}";
        }
    }

    private string PathOf(string sender, DateOnly day, string extension) => Path.Combine(_directory, Name(sender, day, extension));

    private static void Put(string path, byte[] bytes)
    {
        File.WriteAllBytes(path + ".part", bytes);
        File.Move(path + ".part", path, overwrite: true);
    }
}
