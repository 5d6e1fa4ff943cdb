using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Distribution;

/// <summary>The message that a change is due to; empty where the hub itself looked again or a person decided.</summary>
public sealed record CauseView(string System, string MessageId);

/// <summary>One version of one golden record.</summary>
/// <param name="MaskedName">Surname and asterisks.</param>
/// <param name="Kind">person or organisation.</param>
/// <param name="Changed">Names of the attributes whose value changed.</param>
/// <param name="Action">created, changed, merged, split or closed.</param>
public sealed record ChangeView(
    long Id, DateTimeOffset At, string PartyNumber, int Version, string MaskedName, string Kind, CauseView Cause, IReadOnlyList<string> Changed, string Action);

/// <summary>The change log: followed by position, or paged backwards (GET /api/changes).</summary>
internal static class ChangeLog
{
    private const string Columns = "CAST(c.xid AS text), c.id, c.at, p.id, c.version, p.golden, p.kind, c.system, c.message_id, c.changed, c.action";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/changes", async Task<Ok<IReadOnlyList<ChangeView>>> (
                Caller caller, EcifDatabase database, EcifLimits limits, long? before, int? limit, CancellationToken cancellation) =>
            TypedResults.Ok(await PageAsync(database, caller.SightOf(Permission.ChangesRead), before, Math.Clamp(limit ?? 50, 1, limits.PageRows), cancellation)))
            .Requires(Permission.ChangesRead).WithName("ListChanges").WithSummary("Versions of golden records, the newest first");

    /// <summary>What is no version of a golden record concerns followers that keep rows of their own, and nobody else.</summary>
    private const string Versions = "c.action <> 5";

    /// <summary>The changes after a position whose transactions, and all older ones, have ended.</summary>
    public static async Task<IReadOnlyList<(ChangePosition Position, ChangeView Change)>> ReadAsync(EcifDatabase database, ChangePosition after, int limit, CancellationToken cancellation) =>
        await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT {Columns} FROM ecif.change c JOIN ecif.party p ON p.id = c.party_id
            WHERE (c.xid, c.id) > (CAST(@xid AS xid8), @id) AND c.xid < {session.OldestRunningTransaction} AND {Versions}
            ORDER BY c.xid, c.id LIMIT @limit
            """,
            r => (new ChangePosition(r.GetString(0), r.GetInt64(1)), View(r)), ("xid", after.Xid), ("id", after.Id), ("limit", limit)), cancellation);

    /// <summary>The end of what has been committed.</summary>
    public static async Task<ChangePosition> EndAsync(EcifDatabase database, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            $"SELECT CAST(xid AS text), id FROM ecif.change WHERE xid < {session.OldestRunningTransaction} ORDER BY xid DESC, id DESC LIMIT 1",
            r => new ChangePosition(r.GetString(0), r.GetInt64(1))), cancellation)) is [var end] ? end : ChangePosition.Start;

    /// <summary>Which parties changed after a position, versions or not, for followers that read them anew.</summary>
    public static async Task<IReadOnlyList<(ChangePosition Position, long Party)>> PartiesAsync(EcifDatabase database, ChangePosition after, int limit, CancellationToken cancellation) =>
        await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT CAST(c.xid AS text), c.id, c.party_id FROM ecif.change c
            WHERE (c.xid, c.id) > (CAST(@xid AS xid8), @id) AND c.xid < {session.OldestRunningTransaction}
            ORDER BY c.xid, c.id LIMIT @limit
            """,
            r => (new ChangePosition(r.GetString(0), r.GetInt64(1)), r.GetInt64(2)), ("xid", after.Xid), ("id", after.Id), ("limit", limit)), cancellation);

    private static async Task<IReadOnlyList<ChangeView>> PageAsync(EcifDatabase database, Sight sight, long? before, int limit, CancellationToken cancellation)
    {
        var seen = PartySight.In(sight, "c.party_id");
        return await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Columns} FROM ecif.change c JOIN ecif.party p ON p.id = c.party_id WHERE c.id < @before AND {Versions} AND {seen.Sql} ORDER BY c.id DESC LIMIT @limit",
            View, [("before", before ?? long.MaxValue), ("limit", limit), .. seen.Parameters]), cancellation);
    }

    private static ChangeView View(DbDataReader r)
    {
        var name = GoldenJson.Read(r.GetString(5)).GetValueOrDefault(PartyAttribute.Name)?.Value ?? "";
        return new ChangeView(r.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), PartyNumber.Of(r.GetInt64(3)), r.GetInt32(4),
            Masked.Name(name), ((PartyKind)r.GetInt16(6)).ToString().ToLowerInvariant(), new CauseView(r.GetString(7), r.GetString(8)),
            [.. GoldenJson.ReadChanges(r.GetString(9)).Select(c => c.Attribute)], ((ChangeAction)r.GetInt16(10)).ToString().ToLowerInvariant());
    }
}
