using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Imports;

/// <summary>
/// Looks at, carries out and takes back the lines of imports, some hundred a transaction. What a line makes and that it is done are one
/// transaction, so it may die at any moment and another node goes on with the next line.
/// </summary>
internal sealed class RunImports(OcrmDatabase database, IEnumerable<ImportKind> kinds, ICallers callers, OcrmLimits limits, TimeProvider clock, ILogger<RunImports> logger)
    : Worker(limits, clock, logger)
{
    private readonly Wakeups _wakeups = new();

    /// <summary>There is something to do.</summary>
    public void Wake() => _wakeups.Committed();

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var next = _wakeups.Next;
        if (!await StepAsync(cancellation))
        {
            await Wakeups.WaitAsync(next, Limits.ImportPoll, Clock, cancellation);
        }
    }

    /// <summary>One transaction's worth. The import's row is its lock; of several imports each has its turn.</summary>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var due = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Import.Columns} FROM ocrm.import i WHERE i.state IN ('checking', 'running', 'undoing') ORDER BY i.changed_at, i.id LIMIT 1", Import.Read), cancellation);
        if (due is not [var import])
        {
            return await ForgetAsync(cancellation);
        }

        var kind = kinds.Single(k => k.Name == import.Kind);
        var caller = await callers.OfPersonAsync(import.Acting, cancellation);
        await database.WriteAsync(session => WorkAsync(session, import, kind, caller, cancellation), cancellation);
        kind.Wake();
        return true;
    }

    private async Task WorkAsync(Session session, Import seen, ImportKind kind, Caller? caller, CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        if ((await session.QueryAsync($"SELECT {Import.Columns} FROM ocrm.import i WHERE i.id = @id {session.ForUpdateOf("i")}", Import.Read, ("id", seen.Id))).SingleOrDefault() is not { } import
            || import.State != seen.State || import.Acting != seen.Acting)
        {
            return; // somebody stopped it, or another node was first
        }

        if (caller is null || !MayGoOn(import, kind, caller))
        {
            await EndAsync(session, import, import.State == Import.Undoing ? Import.Ended : Import.Stopped, "rights", now);
            return;
        }

        var work = new ImportWork(session, import, caller, Limits, now, Write: import.State == Import.Running);
        var (from, back) = import.State switch { Import.Checking => ("", false), Import.Running => (Verdict.Good, false), _ => (Verdict.Done, true) };
        var lines = await ImportLine.OfAsync(session, import.Id, from, Limits.ImportBatch, lastFirst: back);
        if (lines.Count == 0)
        {
            await EndAsync(session, import, import.State switch { Import.Checking => Import.Checked, Import.Running => Import.Ended, _ => Import.TakenBack }, "", now);
            return;
        }

        var verdicts = back ? await kind.UndoAsync(work, lines, cancellation) : await kind.RunAsync(work, lines, cancellation);
        if (import.State == Import.Checking)
        {
            verdicts = await OnceAsync(session, import.Id, verdicts);
        }

        Crash.At("mid-import");
        await Verdict.WriteAsync(session, import.Id, from, [.. lines.Zip(verdicts)], now);
    }

    private static bool MayGoOn(Import import, ImportKind kind, Caller caller) =>
        caller.SightOf(Permission.ImportsEdit).Sees(import.Entity, import.Unit, import.Person) && kind.Permissions(import.Options).All(caller.May);

    /// <summary>Of two lines about the same the second is wrong: which one holds, is for a person to say.</summary>
    private static async Task<IReadOnlyList<Verdict>> OnceAsync(Session session, long import, IReadOnlyList<Verdict> verdicts)
    {
        var known = (await session.QueryAsync("SELECT l.key FROM {rows} CROSS JOIN ocrm.import_line l WHERE l.import_id = @import AND l.key = k.key AND l.outcome = 'good'",
            RowSet.Of("key", [.. verdicts.Select(v => v.Key).Where(k => k.Length > 0).Distinct()]), r => r.GetString(0), ("import", import))).ToHashSet(StringComparer.Ordinal);
        return [.. verdicts.Select(v => v.Outcome == Verdict.Good && v.Key.Length > 0 && !known.Add(v.Key) ? Verdict.Fault("twice") : v)];
    }

    private static async Task EndAsync(Session session, Import import, string state, string problem, long now)
    {
        await import.SetAsync(session, state, now, problem);
        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry("granary", "", Permission.ImportsEdit, import.Subject, problem, import.State,
            $"{state} {import.Kind} lines={import.Lines} wrong={import.Wrong} done={import.Done} skipped={import.Skipped} undone={import.Undone} stayed={import.Stayed}"));
    }

    /// <summary>What was in an old file is forgotten; that there was one, and what it made, is not.</summary>
    private async Task<bool> ForgetAsync(CancellationToken cancellation)
    {
        const string Old = "SELECT i.id FROM ocrm.import i WHERE i.kept = 1 AND i.changed_at < @before AND i.state NOT IN ('checking', 'running', 'undoing') ORDER BY i.changed_at LIMIT 1";
        var before = (Clock.GetUtcNow() - Limits.ImportKept).ToUnixTimeMilliseconds();
        // Looked at first without a transaction of our own: nearly always there is nothing.
        if (await database.ReadAsync(session => session.QueryAsync(Old, r => r.GetInt64(0), ("before", before)), cancellation) is not [var id])
        {
            return false;
        }

        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE ocrm.import SET kept = 0 WHERE id = @id", ("id", id));
            await session.ExecuteAsync("DELETE FROM ocrm.import_line WHERE import_id = @id", ("id", id));
        }, cancellation);
        return true;
    }
}
