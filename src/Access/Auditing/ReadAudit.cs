using Granary.Access.Contracts;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Auditing;

/// <param name="Trail">The module whose trail it is.</param>
public sealed record AuditView(string Trail, long Id, DateTimeOffset At, string Who, string From, string Act, string Subject, string Reason, string Before, string After);

/// <param name="Next">Given back as "before" for the next page; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditView> Rows, string? Next);

public sealed record AuditCheck(bool Ok, long Rows, IReadOnlyList<AuditFault> Faults);

/// <summary>GET /api/audit: the trails of all modules as one, newest first; GET /api/audit/verify reads the chains.</summary>
internal static class ReadAudit
{
    /// <param name="Before">Milliseconds; rows of one millisecond are not cut apart.</param>
    private sealed record Filter(string? Who, string? Act, string? Subject, long? FromMs, long? ToMs, string? Q, long Before);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit", ListAsync).Requires(Permission.AuditRead).WithName("ListAudit").WithSummary("What people and programs did, newest first");
        routes.MapGet("/audit/verify", async Task<Ok<AuditCheck>> (AccessOptions options, IEnumerable<AuditedDatabase> trails, CancellationToken cancellation) =>
                TypedResults.Ok(await VerifyAsync(options.Data, trails, null, cancellation)))
            .Requires(Permission.AuditRead).WithName("VerifyAudit").WithSummary("Whether any row was edited, deleted or cut off");
    }

    public static async Task<AuditCheck> VerifyAsync(string data, IEnumerable<AuditedDatabase> trails, Action<long>? progress, CancellationToken cancellation)
    {
        var heads = AuditHeads.Read(data);
        var faults = new List<AuditFault>();
        var rows = 0L;
        foreach (var trail in trails)
        {
            faults.AddRange(await AuditTrail.VerifyAsync(trail.Database, heads, progress, cancellation));
            rows += (await AuditTrail.HeadAsync(trail.Database, cancellation)).Id;
        }

        return new AuditCheck(faults.Count == 0, rows, faults);
    }

    private static async Task<Ok<AuditPage>> ListAsync(
        string? who, string? act, string? subject, DateTimeOffset? from, DateTimeOffset? to, string? q, long? before, int? limit,
        Caller caller, RightsBook book, IEnumerable<AuditedDatabase> trails, AccessLimits limits, CancellationToken cancellation)
    {
        var most = Math.Clamp(limit ?? 50, 1, limits.PageRows);
        var filter = new Filter(who, act, subject, from?.ToUnixTimeMilliseconds(), to?.ToUnixTimeMilliseconds(), string.IsNullOrWhiteSpace(q) ? null : q.Trim(), before ?? long.MaxValue);
        var visible = caller.SightOf(Permission.AuditRead).All ? null : await VisibleAsync(caller, book, cancellation);
        var found = new List<(string Trail, AuditRow Row)>();
        foreach (var trail in trails)
        {
            var rows = await trail.Database.ReadAsync(session => PageAsync(session, trail.Database.Schema, filter, visible, most + 1), cancellation);
            found.AddRange(rows.Select(r => (trail.Database.Schema, r)));
        }

        var page = found.OrderByDescending(r => r.Row.At).ThenByDescending(r => r.Row.Id).Take(most).ToList();
        return TypedResults.Ok(new AuditPage(
            [.. page.Select(r => new AuditView(r.Trail, r.Row.Id, DateTimeOffset.FromUnixTimeMilliseconds(r.Row.At), r.Row.Entry.Who, r.Row.Entry.From, r.Row.Entry.Act, r.Row.Entry.Subject,
                r.Row.Entry.Reason, r.Row.Entry.Before, r.Row.Entry.After))],
            found.Count > page.Count ? page[^1].Row.At.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    private static async Task<List<AuditRow>> PageAsync(Session session, string schema, Filter filter, IReadOnlyCollection<string>? visible, int most)
    {
        var conditions = new List<string> { "at < @before" };
        var parameters = new List<(string, object?)> { ("before", filter.Before), ("most", most) };
        void Add(string condition, string name, object? value)
        {
            if (value is not null and not "")
            {
                conditions.Add(condition);
                parameters.Add((name, value));
            }
        }

        Add("who = @who", "who", filter.Who);
        Add("act = @act", "act", filter.Act);
        Add("subject = @subject", "subject", filter.Subject);
        Add("at >= @from", "from", filter.FromMs);
        Add("at < @to", "to", filter.ToMs);
        Add("(who = @q OR subject = @q OR act = @q OR reason LIKE '%' || @q || '%')", "q", filter.Q);
        var sql = $"SELECT {AuditTrail.Columns} FROM {schema}.audit WHERE {string.Join(" AND ", conditions)}";
        const string Order = " ORDER BY at DESC, id DESC LIMIT @most";
        return visible is null
            ? await session.QueryAsync(sql + Order, AuditTrail.Read, [.. parameters])
            : await session.QueryAsync($"{sql} AND who IN (SELECT k.name FROM {{rows}}){Order}", RowSet.Of("name", visible), AuditTrail.Read, [.. parameters]);
    }

    /// <summary>The user names of those in the units that the caller looks after.</summary>
    private static async Task<IReadOnlyCollection<string>> VisibleAsync(Caller caller, RightsBook book, CancellationToken cancellation)
    {
        var (state, _) = await book.NowAsync(cancellation);
        return [.. state.Posts.Where(p => PeopleScope.Sees(caller, Permission.AuditRead, p)).Select(p => state.UserNames.GetValueOrDefault(p.Key, p.Key))];
    }
}
