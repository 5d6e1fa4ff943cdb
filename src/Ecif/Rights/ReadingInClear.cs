using Granary.Access.Contracts;
using Granary.Kernel.Auditing;

namespace Granary.Ecif.Rights;

/// <summary>Whoever sees C2 or C3 data in clear without asking, by role, leaves a row for every reading.</summary>
internal static class ReadingInClear
{
    /// <returns>What was read, once the row is durable.</returns>
    public static async Task<T> NoteAsync<T>(IAudit audit, Caller caller, IReadOnlyCollection<string> partyNumbers, T read, CancellationToken cancellation)
    {
        if (partyNumbers.Count > 0 && (caller.Sees(DataClass.C2) == FieldSight.Clear || caller.Sees(DataClass.C3) == FieldSight.Clear))
        {
            await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, "customers.read-clear", string.Join(' ', partyNumbers))], cancellation);
        }

        return read;
    }
}
