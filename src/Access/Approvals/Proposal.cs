using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Access.Approvals;

/// <summary>A proposal as it is kept.</summary>
/// <param name="State">open, approved, rejected, withdrawn, void (it could not be carried out any more) or expired.</param>
internal sealed record Proposal(
    long Id, Proposed What, string Hash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string State, string? Checker, DateTimeOffset? DecidedAt, string Note)
{
    public const string Columns = "id, kind, subject, unit, content, before, reason, maker, hash, created_at, expires_at, state, checker, decided_at, note";

    public bool IsIntact => Hash == HashOf(What);

    public static string HashOf(Proposed what) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', what.Kind, what.Subject, what.Unit, what.Content, what.Before, what.Reason, what.Maker))));

    public static Proposal Read(DbDataReader r) => new(
        r.GetInt64(0), new Proposed(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7)), r.GetString(8),
        At(r.GetInt64(9)), At(r.GetInt64(10)), r.GetString(11), r.TextOrNull(12), r.LongOrNull(13) is { } decided ? At(decided) : null, r.GetString(14));

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
