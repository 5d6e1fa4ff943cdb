using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>
/// Pairs that may be one customer, the most likely first, and those of whom nobody could tell last. Who does not see both customers sees
/// no row; of a party that was merged, the one that stands for it is asked.
/// </summary>
internal static class SuspectList
{
    private const string Table =
        "ecif.suspect s JOIN ecif.party pa ON pa.id = s.party_a JOIN ecif.party pb ON pb.id = s.party_b LEFT JOIN ecif.decision d ON d.id = s.decision_id";

    /// <summary>A whole number of its own for every pair a &lt; b: the triangle's row b begins at b(b-1)/2.</summary>
    private const string Pair = "(s.party_b * (s.party_b - 1) / 2 + s.party_a)";

    public static ListDefinition Definition { get; } = new(
        "suspects", Table, Pair, new SightColumns(null, null), Permission.RecordsSplit,
        [
            new("state", ColumnKind.Code, StoredSuspect.StateSql) { Title = "状态", Width = 100, Options = ["open", "unsure", "proposed", "same", "different"] },
            new("score", ColumnKind.Number, "CAST(ROUND(CAST(s.score * 10000 AS numeric)) AS bigint)") { Title = "概率", Width = 110, SortBy = "CAST(ROUND(CAST(s.score * 10000 AS numeric)) AS bigint)" },
            new("numberA", ColumnKind.Text, "pa.number") { Title = "客户甲", Width = 130, Filters = [] },
            Said("nameA", "pa", PartyAttribute.Name, "姓名甲", 120),
            Said("documentA", "pa", PartyAttribute.Document, "证件甲", 190),
            Said("birthA", "pa", PartyAttribute.Birth, "生日甲", 110),
            new("numberB", ColumnKind.Text, "pb.number") { Title = "客户乙", Width = 130, Filters = [] },
            Said("nameB", "pb", PartyAttribute.Name, "姓名乙", 120),
            Said("documentB", "pb", PartyAttribute.Document, "证件乙", 190),
            Said("birthB", "pb", PartyAttribute.Birth, "生日乙", 110),
            new("systems", ColumnKind.Code, "COALESCE((SELECT string_agg(q.system, ',') FROM (SELECT DISTINCT r.system FROM ecif.source_record r WHERE r.party_id IN (s.party_a, s.party_b) ORDER BY r.system) AS q), '')") { Title = "系统", Width = 180, Many = true, Filters = [FilterOp.Eq, FilterOp.In] },
            new("reason", ColumnKind.Code, "s.reason") { Title = "原因", Width = 150, Options = ["score", "DisputedIdentity", "Numbers", "Relation", "Exclusion"] },
            new("kind", ColumnKind.Code, "CASE WHEN pa.kind = 0 THEN 'person' ELSE 'organisation' END") { Title = "类型", Width = 90, Options = ["person", "organisation"] },
            new("group", ColumnKind.Number, "(SELECT count(*) FROM ecif.suspect g WHERE g.state = 0 AND (g.party_a IN (s.party_a, s.party_b) OR g.party_b IN (s.party_a, s.party_b)))") { Title = "同组", Width = 80 },
            new("created", ColumnKind.Time, "s.created_at") { Title = "发现时间", Width = 130, SortBy = "s.created_at" },
            new("unsure", ColumnKind.Time, "s.unsure_at") { Title = "待定时间", Width = 130, SortBy = "s.unsure_at", Default = false },
            new("note", ColumnKind.Text, "s.note") { Title = "待定说明", Width = 180, Default = false, Filters = [] },
            new("party", ColumnKind.Text, "pa.number")
            {
                FilterOnly = true, Filters = [FilterOp.Eq],
                Where = (_, values, sql) => sql.Bind(values[0]) is var number ? $"pa.number = {number} OR pb.number = {number}" : null,
            },
        ],
        [new ListSort("unsure"), new ListSort("score", Descending: true)])
    {
        Within = (caller, sql) => caller.SightOf(Permission.RecordsSplit) is { All: false } sight ? $"{Seen(sight, "pa", sql)} AND {Seen(sight, "pb", sql)}" : "1 = 1",
    };

    /// <summary>A pair has no unit of its own: both of its parties are asked in the definition.</summary>
    public static ListSource Source(EcifDatabase database) => new(Definition, database)
    {
        SightOn = (sight, _) => Task.FromResult(sight.IsNothing ? sight : Sight.Everything),
    };

    /// <summary>What survives of a party, out of its golden record.</summary>
    private static ListColumn Said(string name, string party, string attribute, string title, int width) =>
        new(name, ColumnKind.Text, $"COALESCE({party}.golden{{json}} -> '{attribute}' ->> 0, '')", Classified.ClassOf(attribute))
        {
            Title = title, Width = width, Mask = text => MaskedAttribute.Of(attribute, text), Filters = [],
        };

    private static string Seen(Sight sight, string party, SqlText sql) =>
        $"EXISTS (SELECT 1 FROM ecif.relationship rs WHERE rs.party_id = COALESCE({party}.merged_into, {party}.id) AND ({string.Join(" OR ", sight.Alternatives(new SightColumns($"substr(rs.unit, 1, {UnitCode.EntityDigits})", "rs.unit"), sql.Bind))}))";
}
