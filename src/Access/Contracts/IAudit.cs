using Granary.Kernel.Auditing;

namespace Granary.Access.Contracts;

/// <summary>For acts that change nothing in a module's own tables: a reading in clear, an export, a refusal. A change writes to its module's trail in its own transaction.</summary>
public interface IAudit
{
    /// <summary>Returns when the entries are durable: only then may what they speak of be shown.</summary>
    Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation);
}
