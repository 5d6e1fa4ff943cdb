using System.Collections.Concurrent;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Access.Lists.Jobs;

/// <summary>A running job, as its work sees it.</summary>
/// <param name="Path">Where its file is to be written.</param>
/// <param name="ReportAsync">Says how far it is (done, total); throws <see cref="OperationCanceledException"/> once it was cancelled.</param>
internal sealed record Job(string Id, string Path, Func<long, long, Task> ReportAsync);

/// <summary>
/// Runs jobs in this process, a few at once, and keeps their files for a day in a folder that only the hub's own user can read.
/// A job does not outlive its process: it would run under rights that may have been taken away since. Whoever wants it starts it again.
/// </summary>
internal sealed partial class JobRunner(JobStore store, ListOptions options, ListLimits limits, TimeProvider clock, ILogger<JobRunner> logger) : BackgroundService
{
    private readonly SemaphoreSlim _turn = new(limits.JobsAtOnce, limits.JobsAtOnce);
    private readonly ConcurrentDictionary<string, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    private string Folder => Path.Combine(options.Data, "exports");

    public string PathOf(string id) => Path.Combine(Folder, id);

    /// <summary>Runs a job that has been added to the store.</summary>
    /// <param name="file">The name that its file will have for whoever fetches it.</param>
    public void Run(string id, string file, Func<Job, CancellationToken, Task> work) =>
        _running[id] = Task.Run(async () =>
        {
            await RunAsync(id, file, work);
            _running.TryRemove(id, out _);
        }, CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.SweepEvery, clock);
        do
        {
            try
            {
                await store.ForgetOldAsync(stoppingToken);
                Sweep();
            }
            catch (Exception e) when (Outage.Is(e))
            {
                LogSweep(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        _turn.Dispose();
        base.Dispose();
    }

    internal void Sweep()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        var until = clock.GetUtcNow() - limits.FileKept;
        foreach (var path in Directory.EnumerateFiles(Folder).Where(p => File.GetCreationTimeUtc(p) <= until.UtcDateTime))
        {
            File.Delete(path);
        }
    }

    private async Task RunAsync(string id, string file, Func<Job, CancellationToken, Task> work)
    {
        var path = PathOf(id);
        try
        {
            await _turn.WaitAsync(_stopping.Token);
            try
            {
                PrivateFiles.CreateFolder(Folder);
                await work(new Job(id, path, Reporting(id)), _stopping.Token);
                if (!await store.EndAsync(id, "done", file, ""))
                {
                    File.Delete(path);
                }
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
            await store.EndAsync(id, "failed", "", "interrupted"); // does nothing to a job that was cancelled
        }
        catch (Exception e)
        {
            LogFailure(id, e.GetType().Name);
            File.Delete(path);
            await store.EndAsync(id, "failed", "", Outage.Is(e) ? "outage" : "failed");
        }
    }

    private Func<long, long, Task> Reporting(string id)
    {
        var last = long.MinValue;
        return async (done, total) =>
        {
            if (last != long.MinValue && done < total && clock.GetElapsedTime(last) < limits.JobHeartbeat)
            {
                return;
            }

            last = clock.GetTimestamp();
            if (!await store.AdvanceAsync(id, done, total, _stopping.Token))
            {
                throw new OperationCanceledException();
            }
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old files are swept later: {Error}")]
    private partial void LogSweep(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Id} failed: {Error}")]
    private partial void LogFailure(string id, string error);
}
