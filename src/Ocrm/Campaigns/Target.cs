using System.Data.Common;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>A customer whom a campaign's selection looked at. Times are milliseconds since 1970 UTC; 0 is never.</summary>
/// <param name="Outcome">in, or one of <see cref="SelectionReason"/>.</param>
/// <param name="Held">In, and never contacted.</param>
/// <param name="Step">Where it stands; 0 where its way has ended.</param>
/// <param name="Assets">Deposits and wealth at the selection, in fen.</param>
internal sealed record Target(
    long Id, long Campaign, long Party, string Entity, string Unit, string Manager, string Outcome, bool Held, string State, long Step, long DueAt, long Assets, string Response)
{
    public const string Waiting = "waiting";
    public const string Done = "done";
    public const string HeldOut = "held";
    public const string Stopped = "stopped";

    public const string Columns = "t.id, t.campaign, t.party_id, t.entity, t.unit, t.manager, t.outcome, t.held, t.state, t.step, t.due_at, t.assets, t.response";

    public static IReadOnlyList<string> States { get; } = [Waiting, Done, HeldOut, Stopped];

    public static SightColumns Sight { get; } = new("t.entity", "t.unit", "t.manager");

    /// <summary>As tasks and audit name it: where it came from.</summary>
    public string Ref => string.Create(CultureInfo.InvariantCulture, $"campaign/{Campaign}/target/{Id}");

    /// <summary>What its message of a step is sent under, once an attempt.</summary>
    public string KeyOf(int step, long attempt = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ref}/step/{step}") + (attempt == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"/again/{attempt}"));

    public static Target Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt16(7) == 1, r.GetString(8), r.GetInt64(9), r.GetInt64(10), r.GetInt64(11), r.GetString(12));

    public static async Task<Target?> FindAsync(Session session, Caller caller, string permission, long campaign, long id)
    {
        var seen = caller.SightOf(permission).In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.campaign_target t WHERE t.id = @id AND t.campaign = @campaign AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("t") : "")}", Read,
            [.. seen.Parameters, ("id", id), ("campaign", campaign)])).SingleOrDefault();
    }
}
