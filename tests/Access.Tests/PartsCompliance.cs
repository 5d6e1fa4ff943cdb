using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Storage;
using Granary.Tests;

namespace Granary.Access.Tests;

/// <summary>A list whose rows lie in several databases, on each engine.</summary>
public abstract class PartsCompliance(Engine engine)
{
    private const int Databases = 3;

    private static readonly ListLimits Limits = new();

    private static readonly ListDefinition Parted = Things.List with
    {
        Key = "(t.id * 16 + {part})",
        Columns = [.. Things.List.Columns.Select(c => c.IsText ? c with { SortBy = null } : c), new ListColumn("part", ColumnKind.Code, "'{schema}{part}'")],
        DefaultSort = [new ListSort("at", Descending: true)],
    };

    [Fact, Trait("Case", "LIST-10")]
    public async Task Rows_of_several_databases_are_paged_counted_and_acted_on_as_one_list()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var held = Enumerable.Range(0, Databases).Select(_ => Things.Random(random, 40)).ToList();
        await WithAsync(held, async source =>
        {
            for (var round = 0; round < 30; round++)
            {
                var sight = random.Next(3) == 0 ? Sight.Everything : new Sight { Units = [.. Things.Units.Where(_ => random.Next(2) == 0)] };
                var sort = new[] { "at", "amount", "id" }.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(c => new SortBody(c, random.Next(2) == 0)).ToList();
                var expected = Expected(held, sight, sort);
                var caller = Things.Caller(sight);
                var (forwards, backwards) = await WalkAsync(source, caller, new RowsBody(null, sort, ["id"], null, null, random.Next(1, 30)));
                Assert.True(expected.SequenceEqual(forwards), $"seed {seed}, round {round}: forwards differs");
                Assert.True(expected.Take(backwards.Count).SequenceEqual(backwards), $"seed {seed}, round {round}: backwards differs");
                var count = (await ReadRows.CountAsync(source, Limits, caller, new CountBody(null), CancellationToken.None)).Value!;
                Assert.Equal((expected.Count, false), ((int)count.Count, count.Capped));
                var query = (await ListReading.QueryAsync(source, caller, Limits, [Permission.CustomersRead], null, null, [], CancellationToken.None)).Value!;
                Assert.Equal(expected.Order(), (await ListReading.KeysAsync(source, query, null, 1000, CancellationToken.None)).Select(k => k.Key).Order());
            }
        });
    }

    [Fact, Trait("Case", "LIST-10")]
    public async Task A_count_of_several_databases_stops_at_one_cap_and_a_row_says_which_part_it_is_of() =>
        await WithAsync([.. Enumerable.Range(0, Databases).Select(_ => Things.Random(new Random(1), 5))], async source =>
        {
            var caller = Things.Caller(Sight.Everything);
            var count = await ReadRows.CountAsync(source, new ListLimits { CountCap = 12 }, caller, new CountBody(null), CancellationToken.None);
            Assert.Equal(new CountView(12, Capped: true), count.Value);
            var filter = JsonSerializer.SerializeToElement(new { column = "part", op = "eq", value = "access1" });
            var rows = await ReadRows.ReadAsync(source, Limits, caller, new RowsBody(filter, null, ["part"], null, null, null), CancellationToken.None);
            Assert.Equal(Enumerable.Repeat("access1", 5), rows.Value!.Rows.Select(r => r.Cells["part"]));
        });

    [Fact, Trait("Case", "LIST-10")]
    public async Task A_list_in_several_databases_has_no_order_by_text()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = new AccessDatabase(temporary.ConnectionString);
        Assert.Throws<ArgumentException>(() => new ListSource(Things.List, database, database));
        Assert.Throws<ArgumentException>(() => new ListSource(Things.List));
    }

    private async Task WithAsync(IReadOnlyList<List<Thing>> held, Func<ListSource, Task> test)
    {
        var databases = new List<(TemporaryDatabase Temporary, AccessDatabase Database)>();
        try
        {
            foreach (var things in held)
            {
                var temporary = await engine.CreateAsync();
                databases.Add((temporary, await Things.CreateAsync(temporary.ConnectionString, things)));
            }

            await test(new ListSource(Parted, [.. databases.Select(d => d.Database)]));
        }
        finally
        {
            foreach (var (temporary, database) in databases)
            {
                await database.DisposeAsync();
                await temporary.DisposeAsync();
            }
        }
    }

    private static List<long> Expected(IReadOnlyList<List<Thing>> held, Sight sight, List<SortBody> sort)
    {
        var rows = held.SelectMany((things, part) => things.Where(t => sight.Sees(t.Entity, t.Unit, t.Manager, t.Place)).Select(t => (Thing: t, Key: (t.Id * 16) + part)));
        var order = rows.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            order = by.Descending ? order.ThenByDescending(r => (long)r.Thing.Cell(by.Column)) : order.ThenBy(r => (long)r.Thing.Cell(by.Column));
        }

        return [.. (sort[^1].Descending ? order.ThenByDescending(r => r.Key) : order.ThenBy(r => r.Key)).Select(r => r.Key)];
    }

    /// <summary>All keys from the first page to the last, and those from the last position back to the first page.</summary>
    private static async Task<(List<long> Forwards, List<long> Backwards)> WalkAsync(ListSource source, Caller caller, RowsBody body)
    {
        var (forwards, backwards) = (new List<long>(), new List<long>());
        string? last = null;
        for (var next = body; next is not null;)
        {
            var page = (await ReadRows.ReadAsync(source, Limits, caller, next, CancellationToken.None)).Value!;
            forwards.AddRange(page.Rows.Select(r => long.Parse(r.Id)));
            last = page.Next ?? last;
            next = page.Next is { } after ? body with { After = after } : null;
        }

        for (var before = last; before is not null;)
        {
            var page = (await ReadRows.ReadAsync(source, Limits, caller, body with { Before = before }, CancellationToken.None)).Value!;
            backwards.InsertRange(0, page.Rows.Select(r => long.Parse(r.Id)));
            before = page.Previous;
        }

        return (forwards, backwards);
    }

    public sealed class OnSqlite() : PartsCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : PartsCompliance(new Engine.Postgres());
}
