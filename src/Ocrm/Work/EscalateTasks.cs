using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Work;

/// <summary>Open tasks that are overdue go to the head of their unit, once: the head finds them on the page of the day, the assignee keeps them.</summary>
internal sealed class EscalateTasks(OcrmDatabase database, IStaff staff, OcrmLimits limits, TimeProvider clock, ILogger<EscalateTasks> logger)
    : Worker(limits, clock, logger)
{
    /// <summary>Who does it, in the audit.</summary>
    private const string Who = "granary";

    private sealed record Overdue(long Id, string Unit, string Assignee);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await JobTurn.TakeAsync(database, "escalate", Clock, Limits.EscalateEvery, cancellation))
        {
            await RunAsync(cancellation);
        }

        await RestAsync(Limits.JobPoll, cancellation);
    }

    /// <returns>How many went up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = BankTime.Text(BankTime.Today(Clock).AddDays(-Limits.EscalateAfterDays + 1));
        var sum = 0;
        while (true)
        {
            var overdue = await database.ReadAsync(session => session.QueryAsync(
                $"SELECT t.id, t.unit, t.assignee FROM ocrm.task t WHERE t.state = @open AND t.due_on < @before AND t.escalated_at = 0 ORDER BY t.due_on, t.id LIMIT {Limits.EscalateBatch}",
                r => new Overdue(r.GetInt64(0), r.GetString(1), r.GetString(2)), ("open", TaskRow.Open), ("before", before)), cancellation);
            if (overdue.Count == 0)
            {
                return sum;
            }

            var heads = new Dictionary<(string Unit, string Assignee), string>();
            foreach (var place in overdue.Select(t => (t.Unit, t.Assignee)).Distinct())
            {
                heads[place] = await staff.HeadOfAsync(place.Unit, Permission.WorkAssign, place.Assignee, cancellation) ?? "";
            }

            sum += await WriteAsync(overdue, heads, cancellation);
        }
    }

    private Task<int> WriteAsync(IReadOnlyList<Overdue> overdue, IReadOnlyDictionary<(string Unit, string Assignee), string> heads, CancellationToken cancellation)
    {
        var at = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        return database.WriteAsync(async session =>
        {
            var entries = new List<AuditEntry>();
            foreach (var task in overdue)
            {
                var head = heads[(task.Unit, task.Assignee)];
                // What was done or went up meanwhile is left alone; where there is no head it is not looked at again.
                if (await session.ExecuteAsync("UPDATE ocrm.task SET escalated_to = @head, escalated_at = @at, version = version + 1 WHERE id = @id AND state = @open AND escalated_at = 0",
                    ("head", head), ("at", at), ("id", task.Id), ("open", TaskRow.Open)) > 0 && head.Length > 0)
                {
                    entries.Add(new AuditEntry(Who, "", Permission.WorkAssign, TaskRow.RefOf(task.Id), "overdue", After: $"escalated {head}"));
                }
            }

            await AuditTrail.AppendAsync(session, "ocrm", at, entries);
            return entries.Count;
        }, cancellation);
    }
}
