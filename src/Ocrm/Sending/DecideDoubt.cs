using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Sending;

/// <summary>The list's actions on messages in doubt: somebody says that they are sent again, as new ones, or that it rests there. Others of a selection stay as they are.</summary>
internal static class DecideDoubt
{
    /// <summary>A new attempt with an id of its own: who got the first gets a second.</summary>
    public static Task<ActionResult> SendAgainAsync(ActionContext context, CancellationToken cancellation) => DecideAsync(
        context, "again", "state = 'queued', attempt = attempt + 1, tries = 0, message_id = '', line = '', outcome = '', at = @at", cancellation);

    /// <summary>It stays in doubt, and nobody is asked any more.</summary>
    public static Task<ActionResult> LetBeAsync(ActionContext context, CancellationToken cancellation) => DecideAsync(context, "let-be", "decided_by = @person", cancellation);

    private static async Task<ActionResult> DecideAsync(ActionContext context, string became, string change, CancellationToken cancellation)
    {
        var reason = context.Arguments.GetValueOrDefault("reason") ?? "";
        var at = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return context.Preview ? await database.ReadAsync(RunAsync, cancellation) : await database.WriteAsync(RunAsync, cancellation);

        async Task<ActionResult> RunAsync(Session session)
        {
            var doubts = await session.QueryAsync(
                $"SELECT o.id, o.key, o.message_id FROM ocrm.outgoing o WHERE o.id IN (SELECT k.id FROM {"{rows}"}) AND o.state = 'in-doubt' AND o.decided_by = '' ORDER BY o.id {(session.Writes ? session.ForUpdateOf("o") : "")}",
                RowSet.Of("id", context.Keys), r => (Id: r.GetInt64(0), Key: r.GetString(1), Message: r.GetString(2)));
            string[] problems = AuditReason.IsGiven(reason) ? doubts.Count == 0 ? ["not-in-doubt"] : [] : ["reason-missing"];
            if (problems.Length == 0 && session.Writes)
            {
                await session.ExecuteAsync($"UPDATE ocrm.outgoing SET {change} WHERE id IN (SELECT k.id FROM {"{rows}"})", RowSet.Of("id", [.. doubts.Select(d => d.Id)]), ("at", at), ("person", context.Caller.PersonId));
                await AuditTrail.AppendAsync(session, "ocrm", at, [.. doubts.Select(d => new AuditEntry(
                    context.Caller.UserName, context.Caller.From, $"outgoing.{became}", $"outgoing/{d.Key}", reason, $"in-doubt {d.Message}", became))]);
            }

            return new ActionResult(problems.Length == 0 ? doubts.Count : 0, problems);
        }
    }
}
