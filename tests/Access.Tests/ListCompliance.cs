using System.Text;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Storage;
using Granary.Tests;

namespace Granary.Access.Tests;

/// <summary>The one list engine against a plain reading of the same words, on each engine.</summary>
public abstract class ListCompliance(Engine engine)
{
    private const int Rounds = 60;

    private static readonly ListLimits Limits = new() { PageRows = 500 };

    [Fact, Trait("Case", "LIST-01")]
    public async Task List_count_bulk_action_and_one_row_agree_for_any_sight_filter_and_order()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var things = Things.Random(random, 300);
        await using var temporary = await engine.CreateAsync();
        await using var database = await Things.CreateAsync(temporary.ConnectionString, things);
        var source = new ListSource(Things.List, database);
        for (var round = 0; round < Rounds; round++)
        {
            var (sight, words) = (RandomSight(random), random.Next(4) == 0 ? null : RandomWords(random, 1));
            var sort = RandomSort(random);
            var caller = Things.Caller(sight);
            var expected = Sorted(things.Where(t => sight.Sees(t.Entity, t.Unit, t.Manager, t.Place) && (words is null || words.Finds(t))), sort).Select(t => t.Id).ToList();
            var filter = words is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(words.Json());
            var body = new RowsBody(filter, sort, ["id"], null, null, random.Next(1, 40));

            var (forwards, last) = await WalkAsync(source, caller, body);
            Assert.True(expected.SequenceEqual(forwards), $"seed {seed}, round {round}: the list differs");
            var count = await ReadRows.CountAsync(source, Limits, caller, new CountBody(filter), CancellationToken.None);
            Assert.Equal((expected.Count, false), ((int)count.Value!.Count, count.Value.Capped));
            var all = (await ListReading.QueryAsync(source, caller, Limits, [Permission.CustomersRead, Permission.CustomersAllocate], filter, null, [], CancellationToken.None)).Value!;
            var keys = await ListReading.KeysAsync(source, all, null, 1000, CancellationToken.None);
            Assert.Equal(expected.Order(), keys.Select(k => k.Key));
            if (last is not null)
            {
                var backwards = await WalkBackAsync(source, caller, body with { Before = last });
                Assert.True(expected.Take(backwards.Count).SequenceEqual(backwards), $"seed {seed}, round {round}: backwards differs");
            }
        }
    }

    [Fact, Trait("Case", "LIST-02")]
    public async Task A_row_that_several_parts_of_a_sight_see_is_listed_once()
    {
        var things = new[] { Row(1), Row(2) with { Manager = "p2" }, Row(3) with { Entity = "231084", Unit = "", Manager = "", Place = "" } };
        await using var temporary = await engine.CreateAsync();
        await using var database = await Things.CreateAsync(temporary.ConnectionString, things);
        var sight = new Sight { Entities = ["230183"], Units = ["2301830101"], Managers = ["p1", "p2"], Places = ["v1"] };
        var rows = await ReadRows.ReadAsync(new ListSource(Things.List, database), Limits, Things.Caller(sight), Body(), CancellationToken.None);
        Assert.Equal(["1", "2"], rows.Value!.Rows.Select(r => r.Id));
    }

    [Fact, Trait("Case", "LIST-03")]
    public async Task A_count_stops_at_its_cap_unless_it_is_to_be_exact()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = await Things.CreateAsync(temporary.ConnectionString, Things.Random(new Random(1), 30));
        var source = new ListSource(Things.List, database);
        var capped = await ReadRows.CountAsync(source, new ListLimits { CountCap = 10 }, Things.Caller(Sight.Everything), new CountBody(null), CancellationToken.None);
        var exact = await ReadRows.CountAsync(source, new ListLimits { CountCap = 10 }, Things.Caller(Sight.Everything), new CountBody(null, Exact: true), CancellationToken.None);
        Assert.Equal(new CountView(10, true), capped.Value);
        Assert.Equal(new CountView(30, false), exact.Value);
    }

    [Fact, Trait("Case", "LIST-04")]
    public async Task Rows_that_come_and_go_between_two_pages_neither_repeat_nor_hide_others()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = await Things.CreateAsync(temporary.ConnectionString, [.. Enumerable.Range(1, 6).Select(i => Row(i) with { Name = $"n{i}" })]);
        var source = new ListSource(Things.List, database);
        var caller = Things.Caller(Sight.Everything);
        var first = (await ReadRows.ReadAsync(source, Limits, caller, Body() with { Limit = 3 }, CancellationToken.None)).Value!;
        await database.WriteAsync(session => session.ExecuteAsync("DELETE FROM access.thing WHERE id IN (1, 3)"), CancellationToken.None);
        var second = (await ReadRows.ReadAsync(source, Limits, caller, Body() with { Limit = 3, After = first.Next }, CancellationToken.None)).Value!;
        Assert.Equal(["1", "2", "3"], first.Rows.Select(r => r.Id));
        Assert.Equal(["4", "5", "6"], second.Rows.Select(r => r.Id));
        Assert.Null(second.Next);
    }

    [Fact, Trait("Case", "LIST-05")]
    public async Task A_masked_column_is_shown_masked_and_found_by_its_whole_value()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = await Things.CreateAsync(temporary.ConnectionString, [Row(1) with { Document = "2305" }, Row(2) with { Document = "2306" }]);
        var caller = Things.Caller(Sight.Everything, c1: FieldSight.Clear, c2: FieldSight.Hidden, c3: FieldSight.Masked);
        var filter = JsonSerializer.SerializeToElement(new { column = "document", op = "eq", value = "2305" });
        var rows = await ReadRows.ReadAsync(new ListSource(Things.List, database), Limits, caller, new RowsBody(filter, null, null, null, null, null), CancellationToken.None);
        var row = Assert.Single(rows.Value!.Rows);
        Assert.Equal("****", row.Cells["document"]);
        Assert.DoesNotContain("amount", row.Cells.Keys);
    }

    private static RowsBody Body() => new(null, null, ["id"], null, null, null);

    private static Thing Row(long id) => new(id, "n", "2301", "a", 0, 0, 0, "230183", "2301830101", "p1", "v1");

    private static async Task<(List<long> Ids, string? Last)> WalkAsync(ListSource source, Caller caller, RowsBody body)
    {
        var ids = new List<long>();
        string? last = null;
        while (true)
        {
            var page = (await ReadRows.ReadAsync(source, Limits, caller, body, CancellationToken.None)).Value!;
            ids.AddRange(page.Rows.Select(r => long.Parse(r.Id)));
            last = page.Next ?? last;
            if (page.Next is null)
            {
                return (ids, last);
            }

            body = body with { After = page.Next };
        }
    }

    private static async Task<List<long>> WalkBackAsync(ListSource source, Caller caller, RowsBody body)
    {
        var ids = new List<long>();
        while (true)
        {
            var page = (await ReadRows.ReadAsync(source, Limits, caller, body, CancellationToken.None)).Value!;
            ids.InsertRange(0, page.Rows.Select(r => long.Parse(r.Id)));
            if (page.Previous is null)
            {
                return ids;
            }

            body = body with { Before = page.Previous };
        }
    }

    private static Sight RandomSight(Random random) => random.Next(8) switch
    {
        0 => Sight.Everything,
        1 => Sight.Nothing,
        _ => new Sight { Entities = Some(random, Things.Entities), Units = Some(random, Things.Units), Managers = Some(random, Things.People), Places = Some(random, Things.Places) },
    };

    private static string[] Some(Random random, string[] from) => random.Next(2) == 0 ? [] : [.. from.Where(_ => random.Next(3) == 0)];

    private static List<SortBody> RandomSort(Random random)
    {
        var columns = new[] { "name", "document", "kind", "amount", "at", "id" };
        random.Shuffle(columns);
        return [.. columns.Take(random.Next(1, 4)).Select(c => new SortBody(c, random.Next(2) == 0))];
    }

    private static IOrderedEnumerable<Thing> Sorted(IEnumerable<Thing> things, List<SortBody> sort)
    {
        var order = things.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            order = by.Descending ? order.ThenByDescending(t => t.Cell(by.Column), InOrder) : order.ThenBy(t => t.Cell(by.Column), InOrder);
        }

        return sort[^1].Descending ? order.ThenByDescending(t => t.Id) : order.ThenBy(t => t.Id);
    }

    /// <summary>Whole numbers by size, text by the bytes of its UTF-8.</summary>
    internal static readonly Comparer<object> InOrder = Comparer<object>.Create((a, b) => a is string text
        ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)b))
        : ((long)a).CompareTo((long)b));

    private static Words RandomWords(Random random, int depth)
    {
        if (depth < 4 && random.Next(3) == 0)
        {
            return new Words.Group(random.Next(2) == 0, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomWords(random, depth + 1))]);
        }

        var columns = Things.List.Columns.Where(c => c.Name is not "id").ToArray();
        var column = columns[random.Next(columns.Length)];
        var op = column.Filters[random.Next(column.Filters.Count)];
        var sample = Things.Random(random, 3).Select(t => t.Cell(column.Name)).Select(v => v is "" ? "三" : v).ToArray();
        return new Words.Condition(column, op, sample);
    }

    public sealed class OnSqlite() : ListCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : ListCompliance(new Engine.Postgres());
}

/// <summary>What a filter's words mean, read plainly.</summary>
internal abstract record Words
{
    public abstract bool Finds(Thing thing);

    public abstract object Json();

    public sealed record Group(bool All, IReadOnlyList<Words> Parts) : Words
    {
        public override bool Finds(Thing thing) => All ? Parts.All(p => p.Finds(thing)) : Parts.Any(p => p.Finds(thing));

        public override object Json() => new Dictionary<string, object> { [All ? "and" : "or"] = Parts.Select(p => p.Json()).ToArray() };
    }

    public sealed record Condition(ListColumn Column, FilterOp Op, object[] Sample) : Words
    {
        public override bool Finds(Thing thing)
        {
            var cell = thing.Cell(Column.Name);
            int To(object value) => ListCompliance.InOrder.Compare(cell, value);
            return Op switch
            {
                FilterOp.Eq => To(Sample[0]) == 0,
                FilterOp.Ne => To(Sample[0]) != 0,
                FilterOp.In => Sample.Any(v => To(v) == 0),
                FilterOp.Gt => To(Sample[0]) > 0,
                FilterOp.Gte => To(Sample[0]) >= 0,
                FilterOp.Lt => To(Sample[0]) < 0,
                FilterOp.Lte => To(Sample[0]) <= 0,
                FilterOp.Between => To(Sample[0]) >= 0 && To(Sample[1]) <= 0,
                FilterOp.Empty => cell is "" or 0L,
                FilterOp.NotEmpty => cell is not ("" or 0L),
                FilterOp.Contains => ((string)cell).Contains((string)Sample[0], StringComparison.Ordinal),
                _ => ((string)cell).StartsWith((string)Sample[0], StringComparison.Ordinal),
            };
        }

        public override object Json() => Op switch
        {
            FilterOp.Empty or FilterOp.NotEmpty => new { column = Column.Name, op = FilterReader.WordOf(Op) },
            FilterOp.In => new { column = Column.Name, op = "in", value = Sample.Select(Value).ToArray() },
            FilterOp.Between => new { column = Column.Name, op = "between", value = Sample.Take(2).Select(Value).ToArray() },
            _ => new { column = Column.Name, op = FilterReader.WordOf(Op), value = Value(Sample[0]) },
        };

        private object Value(object stored) => Column.Kind switch
        {
            ColumnKind.Time => DateTimeOffset.FromUnixTimeMilliseconds((long)stored).ToString("O"),
            ColumnKind.Bool => (long)stored == 1,
            _ => stored,
        };
    }
}
