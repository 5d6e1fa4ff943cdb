using Granary.Kernel.Storage;

namespace Granary.Ecif;

/// <summary>What people decided, in the transaction that carries it out.</summary>
internal static class Audit
{
    public static Task WriteAsync(Session session, long at, string who, string act, string subject, string detail) => session.ExecuteAsync(
        "INSERT INTO ecif.audit (at, who, act, subject, detail) VALUES (@at, @who, @act, @subject, @detail)",
        ("at", at), ("who", who), ("act", act), ("subject", subject), ("detail", detail));
}
