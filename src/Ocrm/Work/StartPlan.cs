using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work;

/// <summary>
/// Two actions of the list of customers: "give-tasks" makes one task for each customer of a selection, "start-plan" the steps of a plan.
/// Each goes to who looks after the customer; for customers without a manager to the caller.
/// </summary>
internal static class StartPlan
{
    private sealed record Customer(long Party, string Number, string Entity, string Unit, string Manager);

    public static Task<ActionResult> GiveAsync(ActionContext context, CancellationToken cancellation)
    {
        var limits = context.Services.GetRequiredService<OcrmLimits>();
        var (title, due) = (context.Arguments.GetValueOrDefault("title") ?? "", BankTime.Parse(context.Arguments.GetValueOrDefault("dueOn")));
        string[] problems = string.IsNullOrWhiteSpace(title) || title.Length > limits.TaskTitle ? ["task-title"] : due is null ? ["task-day"] : [];
        return RunAsync(context, problems, 0, [new PlanStep(title.Trim(), null, 0, null, false, 0)], due ?? default, cancellation);
    }

    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var plans = await Plans.ListAsync(context.Caller, context.Services.GetRequiredService<OcrmDatabase>(), context.Services.GetRequiredService<IStaff>(),
            context.Services.GetRequiredService<OcrmLimits>(), cancellation);
        var plan = long.TryParse(context.Arguments.GetValueOrDefault("plan"), out var id) ? plans.FirstOrDefault(p => p.Id == id) : null;
        var start = BankTime.Parse(context.Arguments.GetValueOrDefault("startOn"));
        return await RunAsync(context, plan is null ? ["plan-unknown"] : start is null ? ["task-day"] : [], id, plan?.Steps ?? [], start ?? default, cancellation);
    }

    private static async Task<ActionResult> RunAsync(ActionContext context, string[] problems, long plan, IReadOnlyList<PlanStep> steps, DateOnly start, CancellationToken cancellation)
    {
        if (problems.Length > 0)
        {
            return new ActionResult(0, problems);
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        var customers = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT c.party_id, c.number, c.entity, c.unit, o.manager FROM {OwnerRow.Customers} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) ORDER BY c.id",
            RowSet.Of("id", context.Keys), r => new Customer(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))), cancellation);
        if (context.Preview || customers.Count == 0)
        {
            return new ActionResult(customers.Count, []);
        }

        var at = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        var who = context.Caller;
        var tasks = customers.SelectMany(c => steps.Select(s => new TaskRow(c.Party, c.Entity, c.Unit, c.Manager.Length > 0 ? c.Manager : who.PersonId, who.PersonId, s.Title, s.Note ?? "",
            s.Priority > 0 ? 1 : 0, BankTime.Text(start.AddDays(s.Offset)), [.. (s.Checklist ?? []).Select(l => new CheckItem(l, false))], s.Evidence, at, plan))).ToList();
        await database.WriteAsync(async session =>
        {
            await session.InsertAsync(TaskRow.Rows, tasks);
            await AuditTrail.AppendAsync(session, "ocrm", at, [.. customers.Select(c => new AuditEntry(
                who.UserName, who.From, Permission.WorkAssign, $"{c.Number}/{c.Entity}", After: plan == 0 ? $"task {BankTime.Text(start)}" : $"plan/{plan} {BankTime.Text(start)}"))]);
        }, cancellation);
        return new ActionResult(customers.Count, []);
    }
}
