using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;

namespace Granary.Access.Rights;

/// <summary>Counts, and writes down, before anything is shown: one transaction, so that no value is seen that the trail does not know of.</summary>
internal sealed class Revealing(AccessDatabase database, RightsBook book, TimeProvider clock) : IRevealing
{
    public Task<RevealQuota?> TakeAsync(Caller caller, string subject, IReadOnlyList<string> attributes, string reason, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        var unit = state.Posts[caller.PersonId].FirstOrDefault(p => p.IsOn(tree.Day))?.Unit ?? UnitCode.Province;
        var limit = int.Parse(await Parameters.ValueAsync(session, tree, Parameter.Find(ParameterName.RevealsPerDay)!, unit), CultureInfo.InvariantCulture);
        var taken = await session.QueryAsync(
            "INSERT INTO access.reveal (person, day, used) SELECT @person, @day, @count WHERE @count <= @limit "
            + "ON CONFLICT (person, day) DO UPDATE SET used = access.reveal.used + @count WHERE access.reveal.used + @count <= @limit RETURNING used",
            r => r.GetInt32(0),
            ("person", caller.PersonId), ("day", BankTime.Text(BankTime.Today(clock))), ("count", attributes.Count), ("limit", limit));
        await AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(
            caller.UserName, caller.From, taken.Count > 0 ? "customers.reveal" : "customers.reveal.quota", subject, reason, After: string.Join(' ', attributes)));
        return taken.Count > 0 ? new RevealQuota(taken[0], limit) : null;
    }, cancellation);
}
