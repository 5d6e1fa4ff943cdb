using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Segments;

/// <summary>
/// What the list of customers is found by besides: when something falls due, what they have, tags, segments, products that they have or may have, and whom one follows.
/// </summary>
internal static class SegmentColumns
{
    public static IReadOnlyList<ListColumn> All { get; } =
    [
        new("matures", ColumnKind.Date, "''", DataClass.C1)
        {
            FilterOnly = true, Mask = day => day, Filters = [FilterOp.Eq, FilterOp.Gte, FilterOp.Lte, FilterOp.Between], Where = Matures,
        },
        new("holds", ColumnKind.Code, "''", DataClass.C1)
        {
            FilterOnly = true, Mask = kind => kind, Options = Holding.Kinds, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne], Where = Holds,
        },
        new("tags", ColumnKind.Code, TagsOf, DataClass.C1)
        {
            Title = "标签", Width = 160, Many = true, Mask = code => code, Names = NamesAsync, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne, FilterOp.Empty, FilterOp.NotEmpty], Where = Tagged,
        },
        new("segment", ColumnKind.Code, "''") { FilterOnly = true, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne] },
        new("product", ColumnKind.Code, "''", DataClass.C1) { FilterOnly = true, Mask = code => code, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne] },
        new("eligible", ColumnKind.Code, "''", DataClass.C1) { FilterOnly = true, Mask = code => code, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne] },
        new("followed", ColumnKind.Code, "''") { FilterOnly = true, Filters = [FilterOp.Eq, FilterOp.Ne], Options = [FollowCustomers.Me] },
    ];

    private const string TagsOf =
        "coalesce((SELECT string_agg(CAST(t.tag_id AS text), ',') FROM ocrm.customer_tag t WHERE t.party_id = c.party_id AND t.entity = c.entity), '')";

    private static string? Tagged(FilterOp op, IReadOnlyList<object> values, SqlText sql)
    {
        if (op is FilterOp.Empty or FilterOp.NotEmpty)
        {
            return $"{(op == FilterOp.Empty ? "NOT " : "")}EXISTS (SELECT 1 FROM ocrm.customer_tag t WHERE t.party_id = c.party_id AND t.entity = c.entity)";
        }

        var tags = string.Join(", ", values.Select(v => sql.Bind(long.TryParse((string)v, NumberStyles.None, CultureInfo.InvariantCulture, out var tag) ? tag : 0)));
        return $"{(op == FilterOp.Ne ? "NOT " : "")}(c.party_id, c.entity) IN (SELECT t.party_id, t.entity FROM ocrm.customer_tag t WHERE t.tag_id IN ({tags}))";
    }

    /// <summary>Something of one of the kinds is open in the legal entity.</summary>
    private static string? Holds(FilterOp op, IReadOnlyList<object> values, SqlText sql) =>
        $"{(op == FilterOp.Ne ? "NOT " : "")}EXISTS (SELECT 1 FROM ocrm.holding h WHERE h.party_id = c.party_id AND h.entity = c.entity AND h.state <> 'closed' AND h.kind IN ({string.Join(", ", values.Select(sql.Bind))}))";

    /// <summary>Some deposit or loan in the legal entity falls due then; days are numbers there, 20261231.</summary>
    private static string? Matures(FilterOp op, IReadOnlyList<object> values, SqlText sql)
    {
        string Day(int i) => sql.Bind(long.Parse(((string)values[i]).Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        var due = op switch
        {
            FilterOp.Eq => $"h.matures = {Day(0)}",
            FilterOp.Gte => $"h.matures >= {Day(0)}",
            FilterOp.Lte => $"h.matures <= {Day(0)}",
            _ => $"h.matures >= {Day(0)} AND h.matures <= {Day(1)}",
        };
        return $"EXISTS (SELECT 1 FROM ocrm.holding h WHERE h.party_id = c.party_id AND h.entity = c.entity AND h.matures > 0 AND {due})";
    }

    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var sql = new SqlText();
        var ids = string.Join(", ", codes.Select(c => sql.Bind(long.Parse(c, CultureInfo.InvariantCulture))));
        return codes.Count == 0 ? new Dictionary<string, string>() : (await services.GetRequiredService<OcrmDatabase>().ReadAsync(session => session.QueryAsync(
            $"SELECT t.id, t.name FROM ocrm.tag t WHERE t.id IN ({ids})", r => (Id: r.GetInt64(0), Name: r.GetString(1)), sql.Parameters), cancellation))
            .ToDictionary(t => t.Id.ToString(CultureInfo.InvariantCulture), t => t.Name);
    }
}
