using System.Data.Common;
using System.Globalization;
using Granary.Kernel.Storage;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Opportunities;

/// <summary>What may be sold to a customer, or to who is to become one.</summary>
/// <param name="Party">0 while it is a prospect's.</param>
/// <param name="Prospect">0 where it never was a prospect's.</param>
/// <param name="Unit">Where the owner works.</param>
/// <param name="Amount">Cents; 0 while it is not known.</param>
/// <param name="Chance">Percent; -1: that of its stage.</param>
/// <param name="Expected">YYYY-MM-DD, or empty.</param>
/// <param name="Origin">hand, rule/7, campaign/12 or answer/34.</param>
/// <param name="Cause">What of its origin it is about; empty where there is one thing only.</param>
/// <param name="Reason">A lost reason's code.</param>
/// <param name="Remark">What somebody wrote when it was won, lost or opened again.</param>
internal sealed record Opportunity(
    long Id, long Party, long Prospect, string Entity, string Unit, string Owner, long Pipeline, long Stage, string Title, string Product, long Amount, int Chance, string Expected,
    string Contact, string Note, string Origin, string Cause, string State, string Reason, string Remark, long EnteredAt, string CreatedBy, long CreatedAt, long ClosedAt, long ChangedAt, long Version)
{
    public const string Hand = "hand";

    public const string Columns =
        "p.id, p.party_id, p.prospect, p.entity, p.unit, p.owner, p.pipeline, p.stage, p.title, p.product, p.amount, p.chance, p.expected, p.contact, p.note, p.origin, p.cause, p.state, p.reason, p.remark, "
        + "p.entered_at, p.created_by, p.created_at, p.closed_at, p.changed_at, p.version";

    /// <summary>What counts in a forecast, in percent, as SQL over an opportunity (p) and its stage (s).</summary>
    public const string ChanceSql = "(CASE WHEN p.state = 'open' AND p.chance >= 0 THEN p.chance ELSE s.chance END)";

    /// <summary>The amount as a forecast weighs it, in whole cents.</summary>
    public const string WeightedSql = $"(p.amount * {ChanceSql} / 100)";

    /// <summary>As audit, activities, tasks and documents name it.</summary>
    public string Ref => RefOf(Id);

    public static string RefOf(long id) => string.Create(CultureInfo.InvariantCulture, $"opportunity/{id}");

    public static Opportunity Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6), r.GetInt64(7), r.GetString(8), r.GetString(9), r.GetInt64(10), r.GetInt32(11), r.GetString(12),
        r.GetString(13), r.GetString(14), r.GetString(15), r.GetString(16), r.GetString(17), r.GetString(18), r.GetString(19), r.GetInt64(20), r.GetString(21), r.GetInt64(22), r.GetInt64(23), r.GetInt64(24), r.GetInt64(25));

    public static readonly Insert<Opportunity> Rows = new("ocrm.opportunity", "",
        new("party_id", ColumnType.Long, o => o.Party),
        new("recorded_for", ColumnType.Long, o => o.Party),
        new("prospect", ColumnType.Long, o => o.Prospect),
        new("entity", ColumnType.Text, o => o.Entity),
        new("unit", ColumnType.Text, o => o.Unit),
        new("owner", ColumnType.Text, o => o.Owner),
        new("pipeline", ColumnType.Long, o => o.Pipeline),
        new("stage", ColumnType.Long, o => o.Stage),
        new("title", ColumnType.Text, o => o.Title),
        new("product", ColumnType.Text, o => o.Product),
        new("amount", ColumnType.Long, o => o.Amount),
        new("chance", ColumnType.Int, o => o.Chance),
        new("expected", ColumnType.Text, o => o.Expected),
        new("contact", ColumnType.Text, o => o.Contact),
        new("note", ColumnType.Text, o => o.Note),
        new("origin", ColumnType.Text, o => o.Origin),
        new("cause", ColumnType.Text, o => o.Cause),
        new("state", ColumnType.Text, o => o.State),
        new("reason", ColumnType.Text, o => o.Reason),
        new("remark", ColumnType.Text, o => o.Remark),
        new("entered_at", ColumnType.Long, o => o.EnteredAt),
        new("created_by", ColumnType.Text, o => o.CreatedBy),
        new("created_at", ColumnType.Long, o => o.CreatedAt),
        new("closed_at", ColumnType.Long, o => o.ClosedAt),
        new("changed_at", ColumnType.Long, o => o.ChangedAt),
        new("version", ColumnType.Long, o => o.Version));
}
