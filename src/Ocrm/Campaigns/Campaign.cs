using System.Data.Common;
using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Campaigns;

/// <summary>A campaign as it is stored. Days are yyyymmdd, times milliseconds since 1970 UTC; 0 is none.</summary>
/// <param name="Entity">The legal entity whose customers it is for; the province's code for all.</param>
/// <param name="Product">The code of a product; '' for none.</param>
/// <param name="Seed">Decides who is held out.</param>
/// <param name="Cursor">The last customer that was looked at while the audience is frozen.</param>
/// <param name="Looked">How many customers its selection has looked at.</param>
/// <param name="Acting">Who submitted it, by id: under their rights customers are selected.</param>
/// <param name="Problem">Why its audience could not be frozen, or why it was rejected, as a code.</param>
internal sealed record Campaign(
    long Id, string Name, string Entity, string Unit, string Owner, string State, string Product, int FromDay, int ToDay, CampaignPlan Plan, IReadOnlyList<CostLine> Costs,
    long Seed, long Cursor, long Looked, string Acting, string Problem, long FrozenAt, long StartedAt, long EndedAt, long CreatedAt, long ChangedAt, long Version)
{
    public const string Draft = "draft";
    public const string Freezing = "freezing";
    public const string Submitted = "submitted";
    public const string Approved = "approved";
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Stopped = "stopped";
    public const string Ended = "ended";

    public const string Columns =
        "g.id, g.name, g.entity, g.unit, g.owner, g.state, g.product, g.from_day, g.to_day, g.plan, g.costs, g.seed, g.cursor, g.looked, g.acting, g.problem, g.frozen_at, g.started_at, g.ended_at, g.created_at, g.changed_at, g.version";

    public static IReadOnlyList<string> States { get; } = [Draft, Freezing, Submitted, Approved, Running, Paused, Stopped, Ended];

    public static SightColumns Sight { get; } = new("g.entity", "g.unit", "g.owner");

    public static ProblemHttpResult Unknown => Problems.NotFound("campaign.unknown", "No campaign in your sight has this number.");

    /// <summary>As opportunities, responses and the audit name it.</summary>
    public static string RefOf(long id) => string.Create(CultureInfo.InvariantCulture, $"campaign/{id}");

    public string Ref => RefOf(Id);

    /// <summary>Whom the campaign may contact: everybody, or those of its legal entity.</summary>
    public bool IsForAll => Entity == UnitCode.Province;

    public static Campaign Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt32(7), r.GetInt32(8), CampaignPlan.Read(r.GetString(9)),
        WorkJson.Read<CostLine[]>(r.GetString(10)), r.GetInt64(11), r.GetInt64(12), r.GetInt64(13), r.GetString(14), r.GetString(15), r.GetInt64(16), r.GetInt64(17), r.GetInt64(18), r.GetInt64(19), r.GetInt64(20), r.GetInt64(21));

    /// <summary>One in the caller's sight; in a transaction that writes, locked.</summary>
    public static async Task<Campaign?> FindAsync(Session session, Caller caller, string permission, long id)
    {
        var seen = caller.SightOf(permission).In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.campaign g WHERE g.id = @id AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("g") : "")}", Read, [.. seen.Parameters, ("id", id)])).SingleOrDefault();
    }

    /// <summary>One to read: also where the caller sees no more of it than some of its targets.</summary>
    public static async Task<Campaign?> ReadableAsync(Session session, Caller caller, long id)
    {
        var seen = caller.SightOf(Permission.CampaignsRead).In(Sight);
        var targets = caller.SightOf(Permission.CampaignsRead).Alternatives(Target.Sight, v => "@" + seen.Parameters.First(p => (string?)p.Value == v).Name);
        var any = seen.Parameters.Count == 0 ? "" : $" OR EXISTS (SELECT 1 FROM ocrm.campaign_target t WHERE t.campaign = g.id AND ({string.Join(" OR ", targets)}))";
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.campaign g WHERE g.id = @id AND ({seen.Sql}{any})", Read, [.. seen.Parameters, ("id", id)])).SingleOrDefault();
    }

    /// <summary>Locked until the transaction ends; null where it is in none of the states by now.</summary>
    public static async Task<Campaign?> LockAsync(Session session, long id, params string[] states) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ocrm.campaign g WHERE g.id = @id {session.ForUpdateOf("g")}", Read, ("id", id))) is [var one] && states.Contains(one.State) ? one : null;

    public Task SetAsync(Session session, string state, long at, string problem = "") => session.ExecuteAsync(
        """
        UPDATE ocrm.campaign SET state = @state, problem = @problem, changed_at = @at, version = version + 1,
            started_at = CASE WHEN @state = 'running' AND started_at = 0 THEN @at ELSE started_at END, ended_at = CASE WHEN @state IN ('stopped', 'ended') THEN @at ELSE ended_at END
        WHERE id = @id
        """, ("state", state), ("problem", problem), ("at", at), ("id", Id));
}
