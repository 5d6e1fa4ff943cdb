using Granary.Access.Contracts;

namespace Granary.Access.Lists;

/// <summary>Whose rows, which of them, which columns, in which order: all that a statement on a list is compiled from.</summary>
/// <param name="Sights">Every one of them must see the row; the first is the one that a page is read along.</param>
internal sealed record ListQuery(
    ListDefinition List, IReadOnlyList<Sight> Sights, IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListSort> Sort, Filter? Filter);

/// <summary>A statement with its parameters.</summary>
internal sealed record Statement(string Sql, (string Name, object? Value)[] Parameters);

/// <summary>Compiles a list's query to SQL that both engines speak. Pure. The one place where a sight becomes a condition.</summary>
internal static class ListSql
{
    /// <summary>
    /// A page: key, version, the sort's values, then the columns. The position is a condition on the sort's values (keyset), never an
    /// offset, so the hundredth page costs what the first does.
    /// </summary>
    public static Statement Page(ListQuery query, ListLimits limits, Cursor? position, bool backwards, int limit)
    {
        var sql = new SqlText();
        var order = Order(query, backwards);
        var fields = new List<string> { $"{query.List.Key} AS row_key", $"{query.List.Version ?? "0"} AS row_version" };
        fields.AddRange(order.SkipLast(1).Select((o, i) => $"{o.Sql} AS s{i}"));
        fields.AddRange(query.Columns.Select((c, i) => $"{c.Sql} AS c{i}"));
        var select = $"SELECT {string.Join(", ", fields)} FROM {query.List.Table} WHERE ";
        var filter = Filtered(query, sql).ToArray();
        var most = sql.Bind((long)limit);
        string From(IEnumerable<string> where, IReadOnlyList<Ordering> along) =>
            $"{select}{string.Join(" AND ", where.Concat(position is null ? [] : [Beyond(along, [.. position.Values, position.Key], sql)]))} ORDER BY {string.Join(", ", along.Select(o => o.Sql + Direction(o)))} LIMIT {most}";

        var branches = Branches(query, limits);
        if (branches.Count < 2)
        {
            return new Statement(From(Seen(query, sql).Concat(filter), order), sql.Parameters);
        }

        // "unit IN (a, b) ORDER BY name" would sort all rows of both units; each unit alone is read in order along its index.
        // UNION takes out a row that two branches see.
        var rest = Seen(query with { Sights = [.. query.Sights.Skip(1)] }, sql).Concat(filter).ToArray();
        // What is few is read whole and sorted. An order that an index has could lead the planner along all rows of everybody.
        var sorted = order.ConvertAll(o => o with { Sql = o.IsText ? $"({o.Sql} || '')" : $"({o.Sql} + 0)" });
        var parts = branches.Select((b, i) => $"SELECT * FROM ({From(rest.Prepend(b.Condition(sql.Bind)), b.Few ? sorted : order)}) AS b{i}");
        var outer = order.SkipLast(1).Select((o, i) => $"s{i}{Direction(o)}").Append($"row_key{Direction(order[^1])}");
        return new Statement($"SELECT * FROM ({string.Join(" UNION ", parts)}) AS page ORDER BY {string.Join(", ", outer)} LIMIT {most}", sql.Parameters);
    }

    /// <summary>How many rows there are; with a cap, one more than the cap says that there are more.</summary>
    public static Statement Count(ListQuery query, int? cap)
    {
        var sql = new SqlText();
        var limit = cap is { } most ? $"LIMIT {sql.Bind(most + 1L)}" : "";
        return new Statement($"SELECT count(*) FROM ({Alternatives(query, query.List.Key, sql, [], limit)} {limit}) AS counted", sql.Parameters);
    }

    /// <summary>How many rows there are, and the sum of each column over all of them.</summary>
    public static Statement Sums(ListQuery query, IReadOnlyList<ListColumn> columns)
    {
        var sql = new SqlText();
        var fields = string.Concat(columns.Select((c, i) => $", {c.Sql} AS v{i}"));
        var sums = string.Concat(columns.Select((_, i) => $", CAST(COALESCE(SUM(v{i}), 0) AS bigint)"));
        return new Statement($"SELECT count(*){sums} FROM ({Alternatives(query, query.List.Key + fields, sql, [], "")}) AS summed", sql.Parameters);
    }

    /// <summary>The keys among some that are within sight, with their versions; or, without any given, all that the filter finds.</summary>
    /// <param name="after">Only keys behind this one; null: from the first.</param>
    public static Statement Keys(ListQuery query, IReadOnlyList<long>? among, int limit, long? after = null)
    {
        var sql = new SqlText();
        List<string> chosen = among is null ? [] : [among.Count == 0 ? "1 = 0" : $"{query.List.Key} IN ({string.Join(", ", among.Select(k => sql.Bind(k)))})"];
        if (after is { } behind)
        {
            chosen.Add($"{query.List.Key} > {sql.Bind(behind)}");
        }

        return new Statement($"{Alternatives(query, $"{query.List.Key}, {query.List.Version ?? "0"}", sql, chosen, "")} ORDER BY 1 LIMIT {sql.Bind((long)limit)}", sql.Parameters);
    }

    /// <summary>
    /// Fields of all rows in sight, in no order, each row once. Each part of the sight is a statement of its own: what somebody looks after may
    /// stand in another table than where it belongs, and no index serves a condition that either fulfils.
    /// </summary>
    private static string Alternatives(ListQuery query, string fields, SqlText sql, IEnumerable<string> also, string limit)
    {
        var parts = query.Sights[0].Alternatives(query.List.Sight, sql.Bind);
        var rest = Seen(query with { Sights = [.. query.Sights.Skip(1)] }, sql).Concat(Filtered(query, sql)).Concat(also).ToArray();
        string From(string part, string upTo) => $"SELECT {fields} FROM {query.List.Table} WHERE {string.Join(" AND ", rest.Prepend(part))} {upTo}";
        return parts is [var only] ? From(only, "") : string.Join(" UNION ", parts.Select((part, i) => $"SELECT * FROM ({From(part, limit)}) AS a{i}"));
    }

    private static IEnumerable<string> Seen(ListQuery query, SqlText sql)
    {
        foreach (var sight in query.Sights.Where(s => !s.All))
        {
            yield return $"({string.Join(" OR ", sight.Alternatives(query.List.Sight, sql.Bind))})";
        }

        yield return "1 = 1";
    }

    private static List<SightPart> Branches(ListQuery query, ListLimits limits)
    {
        var branches = query.Sights is [{ All: false } first, ..]
            ? first.Parts(query.List.Sight).SelectMany(p => p.Values.Select(v => p with { Values = [v] })).ToList()
            : [];
        return branches.Count <= limits.SightBranches ? branches : [];
    }

    private static IEnumerable<string> Filtered(ListQuery query, SqlText sql) => query.Filter is null ? [] : [Compile(query.Filter, sql)];

    /// <summary>A filter alone.</summary>
    public static string Condition(Filter filter, SqlText sql) => Compile(filter, sql);

    private static string Compile(Filter filter, SqlText sql) => filter switch
    {
        Filter.Group group => $"({string.Join(group.All ? " AND " : " OR ", group.Parts.Select(p => Compile(p, sql)))})",
        Filter.Condition condition => $"({Compile(condition, sql)})",
        Filter.Not not => $"NOT {Compile(not.Part, sql)}",
        Filter.Sql stored => $"({stored.Write(sql)})",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static string Compile(Filter.Condition condition, SqlText sql)
    {
        if (condition.Column.Where?.Invoke(condition.Op, condition.Values, sql) is { } where)
        {
            return $"({where})";
        }

        var plain = condition.Column.Many ? OneOf(condition, sql) : Plain(condition, sql);
        return condition.Values is [string text] && condition.Column.Narrow?.Invoke(condition.Op, text, sql) is { } narrow ? $"({narrow} AND {plain})" : plain;
    }

    private static string Plain(Filter.Condition condition, SqlText sql)
    {
        var (column, values) = (condition.Column, condition.Values);
        var nothing = column.IsText ? "''" : "0";
        return condition.Op switch
        {
            FilterOp.Eq => $"{column.Sql} = {sql.Bind(values[0])}",
            FilterOp.Ne => $"{column.Sql} <> {sql.Bind(values[0])}",
            FilterOp.In => $"{column.Sql} IN ({string.Join(", ", values.Select(sql.Bind))})",
            FilterOp.Gt => $"{column.Sql} > {sql.Bind(values[0])}",
            FilterOp.Gte => $"{column.Sql} >= {sql.Bind(values[0])}",
            FilterOp.Lt => $"{column.Sql} < {sql.Bind(values[0])}",
            FilterOp.Lte => $"{column.Sql} <= {sql.Bind(values[0])}",
            FilterOp.Between => $"({column.Sql} >= {sql.Bind(values[0])} AND {column.Sql} <= {sql.Bind(values[1])})",
            FilterOp.Empty => $"{column.Sql} = {nothing}",
            FilterOp.NotEmpty => $"{column.Sql} <> {nothing}",
            // LIKE would treat case differently on the two engines.
            FilterOp.Contains => $"strpos({column.Sql}, {sql.Bind(values[0])}) > 0",
            FilterOp.Starts => StartsWith(column.Sql, (string)values[0], sql),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    private static string OneOf(Filter.Condition condition, SqlText sql)
    {
        string Has(object value) => $"strpos(',' || {condition.Column.Sql} || ',', {sql.Bind($",{value},")}) > 0";
        return condition.Op switch
        {
            FilterOp.Eq => Has(condition.Values[0]),
            FilterOp.Ne => $"NOT {Has(condition.Values[0])}",
            FilterOp.In => $"({string.Join(" OR ", condition.Values.Select(Has))})",
            _ => Plain(condition, sql),
        };
    }

    // A range, which an index serves; U+10FFFF is behind every character that a name can have.
    private static string StartsWith(string column, string prefix, SqlText sql) =>
        $"({column} {{ordinal}} >= {sql.Bind(prefix)} AND {column} {{ordinal}} < {sql.Bind(prefix + "\U0010FFFF")})";

    private static string Direction(Ordering ordering) => ordering.Descending ? " DESC" : "";

    /// <summary>The sort with the key behind it, so that no two rows stand at the same place.</summary>
    private static List<Ordering> Order(ListQuery query, bool backwards)
    {
        var order = query.Sort.Select(s => (Column: query.List.Column(s.Column)!, s.Descending)).Select(s => new Ordering(s.Column.SortBy!, s.Descending, s.Column.IsText)).ToList();
        order.Add(new Ordering(query.List.Key, order.Count > 0 && order[^1].Descending, IsText: false));
        return backwards ? [.. order.Select(o => o with { Descending = !o.Descending })] : order;
    }

    private static string Beyond(IReadOnlyList<Ordering> order, IReadOnlyList<object> values, SqlText sql)
    {
        var bound = values.Select(sql.Bind).ToArray();
        if (order.All(o => o.Descending == order[0].Descending))
        {
            // A comparison of rows is one range of an index on both engines.
            return $"({string.Join(", ", order.Select(o => o.Sql))}) {(order[0].Descending ? "<" : ">")} ({string.Join(", ", bound)})";
        }

        // Mixed directions: a range on the first column, and inside it the rows behind the position.
        var behind = "";
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var further = $"{order[i].Sql} {(order[i].Descending ? "<" : ">")} {bound[i]}";
            behind = behind.Length == 0 ? further : $"({further} OR ({order[i].Sql} = {bound[i]} AND {behind}))";
        }

        return $"({order[0].Sql} {(order[0].Descending ? "<=" : ">=")} {bound[0]} AND {behind})";
    }

    private sealed record Ordering(string Sql, bool Descending, bool IsText);
}
