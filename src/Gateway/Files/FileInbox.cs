using System.Globalization;
using System.Text;
using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Kernel;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>
/// Takes a system's file pairs from its directory: by looking at it, not by the file system's events, which network shares do not send.
/// A pair is complete when its control file is there. Whole: refused where count or hash differ. By record: each is a message of its own,
/// known by day and line, so that a crash in the middle is taken up where it stopped and nothing is applied twice.
/// </summary>
internal sealed class FileInbox(BankSystem system, FileServices services)
{
    private readonly Dictionary<string, PairStamp> settled = new(StringComparer.Ordinal);
    private readonly FileRules rules = system.Rules.Files!;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(system.Limits.FilePoll, services.Time);
        try
        {
            do
            {
                await PollAsync(stopping).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A file in the middle is taken up at the next start.
        }
    }

    /// <summary>Looks once; a pair that fails is tried again at the next look and does not hold up the next day's.</summary>
    public async Task PollAsync(CancellationToken cancellation)
    {
        foreach (var day in Days())
        {
            try
            {
                await TakeAsync(new Pair(rules, system.Directory!, day, system.Format.Roles.Contains(MessageRole.Change)), cancellation).ConfigureAwait(false);
            }
            catch (Exception broken) when (broken is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                services.Logger.FilesFailed(broken, system.Code);
            }
        }
    }

    private List<DateOnly> Days()
    {
        try
        {
            return Directory.Exists(system.Directory)
                ? [.. Directory.EnumerateFiles(system.Directory)
                    .Select(path => FileRules.DayOf(rules.Inbound, rules.Control, Path.GetFileName(path)))
                    .OfType<DateOnly>()
                    .Order()]
                : [];
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            services.Logger.FilesFailed(broken, system.Code);
            return [];
        }
    }

    private async Task TakeAsync(Pair pair, CancellationToken cancellation)
    {
        var stamp = pair.Stamp();
        if (settled.GetValueOrDefault(pair.Name) == stamp)
        {
            return;
        }

        if (!File.Exists(pair.Data))
        {
            await RefuseAsync(pair, 0, "", "数据文件不存在", "data file is missing", cancellation).ConfigureAwait(false);
        }
        else if (ControlFile.Parse(await File.ReadAllTextAsync(pair.Control, cancellation).ConfigureAwait(false)) is not { } control)
        {
            await RefuseAsync(pair, 0, "", "控制文件格式错误", "control file is malformed", cancellation).ConfigureAwait(false);
        }
        else
        {
            var (sha256, count) = await RecordReader.MeasureAsync(pair.Data, cancellation).ConfigureAwait(false);
            if (count != control.Count)
            {
                await RefuseAsync(pair, control.Count, sha256, "记录数不符", "count", cancellation).ConfigureAwait(false);
            }
            else if (!string.Equals(sha256, control.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                await RefuseAsync(pair, control.Count, sha256, "校验值不符", "sha256", cancellation).ConfigureAwait(false);
            }
            else
            {
                await TakeWholeAsync(pair, count, sha256, cancellation).ConfigureAwait(false);
            }
        }

        // As it was looked at, and answered: what is written meanwhile is seen at the next look.
        settled[pair.Name] = stamp with { Answered = true };
    }

    private async Task TakeWholeAsync(Pair pair, int count, string sha256, CancellationToken cancellation)
    {
        var state = await services.Register.OpenAsync(system.Code, pair.Name, sha256, cancellation).ConfigureAwait(false);
        if (state == FileState.Conflict)
        {
            await RefuseAsync(pair, count, sha256, "该日文件已接收，内容不同", "taken before with another sha256", cancellation).ConfigureAwait(false);
            return;
        }

        var known = state == FileState.New
            ? new Dictionary<string, Verdict>()
            : await services.Register.VerdictsAsync(system.Code, pair.IdPrefix, cancellation).ConfigureAwait(false);
        var refused = new RefusedLines(system.Format);
        if (state == FileState.Completed)
        {
            foreach (var (id, verdict) in known)
            {
                refused.Note(pair.LineOf(id), verdict);
            }
        }
        else if (system.Format.Roles.Contains(MessageRole.Change))
        {
            await new FileBatch(system, services, pair, known, refused).SubmitAsync(cancellation).ConfigureAwait(false);
        }
        else
        {
            await new HoldingBatch(system, services, pair, known, refused).SubmitAsync(cancellation).ConfigureAwait(false);
        }

        var lines = refused.All;
        var response = new ResponseFile(count, count - lines.Count, lines.Count, lines);
        Crash.At("before-reply");
        await RespondAsync(pair, response, cancellation).ConfigureAwait(false);
        if (state != FileState.Completed)
        {
            await services.Register.CompleteAsync(system.Code, pair.Name, cancellation).ConfigureAwait(false);
            services.Logger.FileTaken(system.Code, pair.Name, response.Done, response.Refused);
        }
    }

    /// <summary>One refusal, of line 0, which stands for the file itself. Nothing is registered, so that a corrected pair of the day can be taken.</summary>
    private async Task RefuseAsync(Pair pair, int count, string sha256, string text, string reason, CancellationToken cancellation)
    {
        services.Logger.FileRefused(system.Code, pair.Name, reason);
        system.Activity.Received();
        services.Metrics.Received(system.Code);
        var id = $"{pair.Name}#{(sha256.Length == 0 ? "-" : sha256[..16])}";
        var fault = new Fault(FaultKind.BadLength, pair.Name, text, null);
        await services.Recorder.RecordAsync(system, fault, Encoding.UTF8.GetBytes(id), cancellation, id).ConfigureAwait(false);
        var line = new ResponseLine(0, system.Format.CodeOf(ReplyVerdict.BadLength), "", text);
        await RespondAsync(pair, new ResponseFile(count, 0, 1, [line]), cancellation).ConfigureAwait(false);
        system.Activity.Replied();
    }

    private static async Task RespondAsync(Pair pair, ResponseFile response, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(response.Format());
        if (File.Exists(pair.Response)
            && (await File.ReadAllBytesAsync(pair.Response, cancellation).ConfigureAwait(false)).AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        await AtomicFile.WriteAsync(pair.Response, bytes, cancellation).ConfigureAwait(false);
    }
}

/// <summary>The files of one day.</summary>
/// <param name="OfCustomers">Whether its records are known by day and line alone.</param>
internal sealed record Pair(FileRules Rules, string Directory, DateOnly Day, bool OfCustomers)
{
    /// <summary>Under which the pair is registered: the name of its data file.</summary>
    public string Name => FileRules.NameOf(Rules.Inbound, Day, Rules.Data);

    public string Data => Path.Combine(Directory, Name);

    public string Control => Path.Combine(Directory, FileRules.NameOf(Rules.Inbound, Day, Rules.Control));

    public string Response => Path.Combine(Directory, FileRules.NameOf(Rules.Inbound, Day, Rules.Response));

    public string IdPrefix => (OfCustomers ? Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : Path.GetFileNameWithoutExtension(Name)) + "-";

    /// <summary>A record's message id: the file's day and its line, "20260601-17"; of a system's further files the file's name and the line.</summary>
    public string IdOf(int line) => IdPrefix + line.ToString(CultureInfo.InvariantCulture);

    public int LineOf(string id) => int.Parse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Tells a pair that was dealt with from one that was written anew, without reading it.</summary>
    public PairStamp Stamp()
    {
        var control = new FileInfo(Control);
        var data = new FileInfo(Data);
        return new PairStamp(control.LastWriteTimeUtc, control.Length, data.Exists ? data.LastWriteTimeUtc : default, data.Exists ? data.Length : -1, File.Exists(Response));
    }
}

/// <param name="Answered">A response that somebody removed is written again.</param>
internal sealed record PairStamp(DateTime ControlAt, long ControlLength, DateTime DataAt, long DataLength, bool Answered);
