using System.Diagnostics;
using Granary.Ecif.Distribution;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Resolution;

/// <summary>
/// Works on the whole base in the background, on one node at a time: learns a model, compares one, decides the base anew. It takes a bounded share of the
/// time, page by page, and how far it is stands in the database: a node that dies is followed by another, or by itself after its next start.
/// </summary>
internal sealed partial class BaseWork(EcifDatabase database, IntakeRules rules, EcifLimits limits, TimeProvider clock, Wakeups wakeups, ILogger<BaseWork> logger) : BackgroundService
{
    private readonly ComparingModels _comparing = new(database, rules);
    private readonly Rematching _rematching = new(database, rules, new IdBlocks(database), clock);
    private readonly LearningFromBase _learning = new(database, limits);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lease = new Lease(database, "match-models", $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}", limits.Lease, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(lease, stoppingToken);
                await Task.Delay(limits.BackgroundPoll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (Outage.Is(e) || e is LeaseLostException or OperationCanceledException)
            {
                LogLater(e.GetType().Name);
                await Task.Delay(limits.BackgroundPoll, CancellationToken.None);
            }
        }

        await lease.ReleaseAsync();
    }

    private async Task LookAsync(Lease lease, CancellationToken cancellation)
    {
        var run = await database.ReadAsync(async session =>
        {
            await rules.Model.LookAsync(session); // a node that gets no messages shows explanations all the same
            return await MatchRuns.NextAsync(session);
        }, cancellation);
        if (run is not null && IsDue(run) && (await lease.HoldAsync(cancellation)).Held)
        {
            try
            {
                await WorkAsync(run, lease, cancellation);
            }
            catch (Exception e) when (!Outage.Is(e) && e is not (LeaseLostException or OperationCanceledException))
            {
                LogEnded(run.Kind, run.Id, e.GetType().Name);
                await KeepAsync(run with { State = RunState.Ended }, cancellation);
            }
        }
    }

    /// <summary>A base is decided anew when every node decides by the new model.</summary>
    private bool IsDue(MatchRun run) => run.Kind != MatchRun.Rematch || clock.GetUtcNow().ToUnixTimeMilliseconds() >= run.StartedAt + (long)(2 * limits.ModelPoll).TotalMilliseconds;

    private async Task WorkAsync(MatchRun run, Lease lease, CancellationToken cancellation)
    {
        if (run.Kind == MatchRun.Learn)
        {
            await LearnAsync(run, cancellation);
            return;
        }

        var (before, after) = await database.ReadAsync(async session =>
            (new Matcher(await MatchModels.ModelAsync(session, run.Against)), new Matcher(await MatchModels.ModelAsync(session, run.Model))), cancellation);
        var resolver = new Resolver(after);
        while (run.State == RunState.Running && (await lease.HoldAsync(cancellation)).Held)
        {
            var started = Stopwatch.GetTimestamp();
            run = run.Kind == MatchRun.Compare
                ? await _comparing.PassAsync(run, before, after, cancellation)
                : await _rematching.PassAsync(run, before, resolver, lease.FenceAsync, cancellation);
            if (!await KeepAsync(run, cancellation))
            {
                return;
            }

            wakeups.Committed();
            await Task.Delay(Stopwatch.GetElapsedTime(started) * ((1 / limits.BackgroundShare) - 1), cancellation);
        }
    }

    private async Task LearnAsync(MatchRun run, CancellationToken cancellation)
    {
        var request = LearningRequest.Read(run.Figures);
        var start = await database.ReadAsync(session => MatchModels.ModelAsync(session, run.Against), cancellation);
        var model = await _learning.LearnAsync(start, request, cancellation);
        await database.WriteAsync(async session =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var version = await MatchModels.AddAsync(session, request.Name, model, run.StartedBy, now);
            return await MatchRuns.AdvanceAsync(session, run with { Model = version ?? 0, State = version is null ? RunState.Ended : RunState.Done }, now);
        }, cancellation);
    }

    private Task<bool> KeepAsync(MatchRun run, CancellationToken cancellation) =>
        database.WriteAsync(session => MatchRuns.AdvanceAsync(session, run, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work on the whole base goes on later: {Error}")]
    private partial void LogLater(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} run {Id} cannot be done: {Error}")]
    private partial void LogEnded(string kind, long id, string error);
}
