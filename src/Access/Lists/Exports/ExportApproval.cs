using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists.Jobs;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Access.Lists.Exports;

/// <summary>A whole export as it waits for agreement. It may name somebody's phone number, so it is kept with the job and nowhere else.</summary>
internal sealed record ExportContent(string List, ExportBody Body)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ExportContent Read(string json) => JsonSerializer.Deserialize<ExportContent>(json, JsonSerializerOptions.Web)!;

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>What others read of an export, in proposals and in the audit trail: columns, and no value that was filtered by.</summary>
/// <param name="Content">The hash of what was proposed.</param>
internal sealed record ExportSummary(string Job, string? Content, long Rows, string Format, IReadOnlyList<string> Columns, IReadOnlyList<string> FilteredBy)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>Four eyes on an export above the limit: agreeing lets the job begin.</summary>
internal sealed class ExportApproval(TimeProvider clock) : IProposalKind
{
    public const string KindName = "list.export";

    public string Name => KindName;

    public async Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation)
    {
        var summary = JsonSerializer.Deserialize<ExportSummary>(proposed.Content, JsonSerializerOptions.Web)!;
        if (await JobStore.ProposedAsync(session, summary.Job) is not { } content || ExportContent.HashOf(content) != summary.Content)
        {
            return "The export is not the one that was proposed.";
        }

        await JobStore.AgreeAsync(session, summary.Job, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return null;
    }
}

/// <summary>Begins exports that were agreed to, on whichever node looks first.</summary>
internal sealed partial class AgreedExports(
    JobStore store, ExportRows exports, AccessDatabase database, RightsBook book, ListLimits limits, TimeProvider clock, ILogger<AgreedExports> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.AgreedPoll, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await store.TakeAgreedAsync(stoppingToken) is { } agreed)
                {
                    var maker = await database.ReadAsync(session => MakerAsync(session, agreed.Person), stoppingToken);
                    await exports.RunAgreedAsync(agreed.Id, maker, ExportContent.Read(agreed.Content));
                }
            }
            catch (Exception e) when (Outage.Is(e))
            {
                LogPause(e.GetType().Name);
            }
        }
    }

    private async Task<Caller> MakerAsync(Session session, string id)
    {
        var person = (await session.QueryAsync("SELECT user_name, name, state FROM access.person WHERE id = @id",
            r => (UserName: r.GetString(0), Name: r.GetString(1), State: Enum.Parse<PersonState>(r.GetString(2), ignoreCase: true)), ("id", id)))[0];
        var rights = person.State == PersonState.Active ? await book.OfAsync(session, id) : EffectiveRights.None;
        return new Caller(id, person.UserName, person.Name, "", "", rights, DateTimeOffset.UnixEpoch);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Exports that were agreed to begin later: {Error}")]
    private partial void LogPause(string error);
}
