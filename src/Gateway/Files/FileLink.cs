using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Kernel;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>Writes the hub's own file pair of a day, and reads what the system answered to it.</summary>
internal sealed class FileLink(BankSystem system, FileServices services) : ISystemFileLink
{
    private readonly FileRules rules = system.Rules.Files!;

    public string System => system.Code;

    public async Task WriteAsync(DateOnly day, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        Directory.CreateDirectory(system.Directory!);
        var records = deliveries.Select(delivery => system.Format.Encode(system.Format.Change(Changes.Write(delivery)))).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in records)
        {
            hash.AppendData(record);
        }

        var control = new ControlFile(records.Count, Convert.ToHexStringLower(hash.GetHashAndReset())).Format();
        if (File.Exists(PathOf(day, rules.Control))
            && File.Exists(PathOf(day, rules.Data))
            && await File.ReadAllTextAsync(PathOf(day, rules.Control), cancellation).ConfigureAwait(false) == control)
        {
            return;
        }

        // The control file says that the pair is whole: it goes first and comes last. An answer to another content is none to this one.
        File.Delete(PathOf(day, rules.Control));
        File.Delete(PathOf(day, rules.Response));
        await AtomicFile.WriteAsync(
            PathOf(day, rules.Data),
            async stream =>
            {
                foreach (var record in records)
                {
                    await stream.WriteAsync(record, cancellation).ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);
        Crash.At("mid-send");
        await AtomicFile.WriteAsync(PathOf(day, rules.Control), Encoding.UTF8.GetBytes(control), cancellation).ConfigureAwait(false);
        services.Logger.FileWritten(system.Code, FileRules.NameOf(rules.Outbound, day, rules.Data), records.Count);
    }

    public async Task<IReadOnlyDictionary<int, DeliveryReply>?> ReadResponseAsync(DateOnly day, int count, CancellationToken cancellation)
    {
        var path = PathOf(day, rules.Response);
        if (!File.Exists(path)
            || ResponseFile.Parse(await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false)) is not { } response)
        {
            return null;
        }

        // A line 0 refuses the file as a whole.
        var whole = response.Lines.FirstOrDefault(line => line.Line == 0);

        // After a crash while answers were being settled, fewer deliveries ask than lines were written: a line keeps its number.
        var lines = Math.Max(count, response.Total);
        var replies = new Dictionary<int, DeliveryReply>(lines);
        for (var line = 1; line <= lines; line++)
        {
            replies[line] = whole is null ? new DeliveryReply(DeliveryOutcome.Done, system.Format.CodeOf(ReplyVerdict.Done), "") : Read(whole);
        }

        foreach (var refused in response.Lines.Where(line => line.Line >= 1 && line.Line <= lines))
        {
            replies[refused.Line] = Read(refused);
        }

        foreach (var reply in replies.Values)
        {
            services.Metrics.Delivered(system.Code, reply.Outcome.ToString(), TimeSpan.Zero);
        }

        if (replies.Values.Any(reply => reply.Outcome == DeliveryOutcome.Done))
        {
            system.Activity.Delivered();
        }

        return replies;
    }

    private DeliveryReply Read(ResponseLine line) =>
        new(Verdicts.Delivery(system.Format.VerdictOf(line.Code)), line.Code, line.Text);

    private string PathOf(DateOnly day, string extension) =>
        Path.Combine(system.Directory!, FileRules.NameOf(rules.Outbound, day, extension));
}
