using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Access.Auditing;

/// <summary>Entries about acts that change no table: a reading in clear, an export, a refusal.</summary>
internal sealed class AuditWriter(AccessDatabase database, TimeProvider clock) : IAudit
{
    public Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation) => database.WriteAsync(
        session => AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(), entries), cancellation);
}

/// <summary>
/// Writes the trails' heads down outside the database, in a file that only grows: whoever cuts rows off a trail and mends its head
/// would have to change this file too, which can lie on another machine.
/// </summary>
internal sealed partial class AuditHeads(AccessOptions options, IEnumerable<AuditedDatabase> trails, AccessLimits limits, TimeProvider clock, ILogger<AuditHeads> logger) : BackgroundService
{
    public static string FileIn(string data) => Path.Combine(data, "audit-heads.jsonl");

    public static IReadOnlyList<AuditHead> Read(string data) => File.Exists(FileIn(data))
        ? [.. File.ReadLines(FileIn(data)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<AuditHead>(line, AccessJson.Options)!)]
        : [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var written = new Dictionary<string, long>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(limits.AuditHeadEvery, clock);
        try
        {
            do
            {
                await WriteAsync(written, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(written, CancellationToken.None);
        }
    }

    private async Task WriteAsync(Dictionary<string, long> written, CancellationToken cancellation)
    {
        foreach (var trail in trails)
        {
            try
            {
                var head = await AuditTrail.HeadAsync(trail.Database, cancellation);
                if (head.Id > written.GetValueOrDefault(head.Trail))
                {
                    await File.AppendAllTextAsync(FileIn(options.Data), AccessJson.Write(head) + "\n", cancellation);
                    written[head.Trail] = head.Id;
                }
            }
            catch (Exception e) when (Kernel.Storage.Outage.Is(e))
            {
                LogNotWritten(logger, trail.Database.Schema, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The head of audit trail {Trail} could not be written down: {Error}")]
    private static partial void LogNotWritten(ILogger logger, string trail, string error);
}

/// <summary>A module's database with an audit trail, as every module registers its own.</summary>
public sealed record AuditedDatabase(Kernel.Storage.Database Database);
