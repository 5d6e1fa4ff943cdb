using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Tests;

/// <summary>A row of the list that these tests declare.</summary>
internal sealed record Thing(long Id, string Name, string Document, string Kind, long Amount, long At, long Flag, string Entity, string Unit, string Manager, string Place)
{
    public object Cell(string column) => column switch
    {
        "id" => Id, "name" => Name, "document" => Document, "kind" => Kind, "amount" => Amount, "at" => At, "flag" => Flag, "entity" => Entity, _ => throw new ArgumentException(column),
    };
}

/// <summary>A list of every kind of column, over a table of its own.</summary>
internal static class Things
{
    public static readonly ListDefinition List = new(
        "things", "access.thing t", "t.id", new SightColumns("t.entity", "t.unit", "t.manager", "t.place"), Permission.CustomersRead,
        [
            new("id", ColumnKind.Number, "t.id") { SortBy = "t.id" },
            new("name", ColumnKind.Text, "t.name", DataClass.C1) { SortBy = "t.name", Mask = n => n[..Math.Min(1, n.Length)] + "*" },
            new("document", ColumnKind.Text, "t.document", DataClass.C3) { SortBy = "t.document", Mask = d => new string('*', d.Length) },
            new("kind", ColumnKind.Code, "t.kind", DataClass.C1) { SortBy = "t.kind", Options = ["a", "b"] },
            new("amount", ColumnKind.Number, "t.amount", DataClass.C2) { SortBy = "t.amount" },
            new("at", ColumnKind.Time, "t.at") { SortBy = "t.at" },
            new("flag", ColumnKind.Bool, "t.flag"),
            new("entity", ColumnKind.Code, "t.entity"),
        ],
        [new ListSort("name")])
    {
        ExportPermission = Permission.CustomersExport,
        Version = "t.amount",
        Actions = [new ListAction("touch", Permission.CustomersAllocate, (context, _) => Task.FromResult(new ActionResult(context.Keys.Count, [])))],
        Edit = new ListEdit(Permission.CustomersAllocate, ["kind"], (context, _) => Task.FromResult(new EditResult(context.Version == 7 ? 8 : null))),
    };

    public static async Task<AccessDatabase> CreateAsync(string connection, IReadOnlyList<Thing> rows)
    {
        var database = new AccessDatabase(connection);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        await FillAsync(database, rows);
        return database;
    }

    public static Task FillAsync(AccessDatabase database, IReadOnlyList<Thing> rows) => database.WriteAsync(async session =>
    {
        await session.ExecuteAsync(
            """
            CREATE TABLE access.thing (id bigint PRIMARY KEY, name text {ordinal} NOT NULL, document text {ordinal} NOT NULL, kind text {ordinal} NOT NULL, amount bigint NOT NULL,
            at bigint NOT NULL, flag smallint NOT NULL, entity text NOT NULL, unit text NOT NULL, manager text NOT NULL, place text NOT NULL)
            """);
        await session.InsertAsync(Insert, rows);
    }, CancellationToken.None);

    public static Caller Caller(Sight sight, FieldSight c1 = FieldSight.Clear, FieldSight c2 = FieldSight.Clear, FieldSight c3 = FieldSight.Clear, Sight? export = null, string person = "p1") => new(
        person, "wangfang", "王芳", "s1", "127.0.0.1",
        new EffectiveRights(
            new Dictionary<string, Sight> { [Permission.CustomersRead] = sight, [Permission.CustomersExport] = export ?? sight, [Permission.CustomersAllocate] = export ?? sight },
            new Dictionary<DataClass, FieldSight> { [DataClass.C1] = c1, [DataClass.C2] = c2, [DataClass.C3] = c3 }, []),
        DateTimeOffset.UnixEpoch);

    /// <summary>Few values of each kind, so that orders have ties and filters find something.</summary>
    public static List<Thing> Random(Random random, int count) => [.. Enumerable.Range(1, count).Select(i => new Thing(
        i, Names[random.Next(Names.Length)], $"23{random.Next(30):D2}", random.Next(2) == 0 ? "a" : "b", random.Next(-5, 6), random.Next(4) * 86_400_000L, random.Next(2),
        Entities[random.Next(3)], Units[random.Next(Units.Length)], People[random.Next(3)], Places[random.Next(3)]))];

    public static readonly string[] Names = ["王芳", "王方", "张三", "张三丰", "𬭎", "", "Smith", "smith", "a%b", "a_b", "O'Brien"];
    public static readonly string[] Entities = ["230183", "230521", "231084"];
    public static readonly string[] Units = ["23018301", "2301830101", "2305210102", "2310840101", ""];
    public static readonly string[] People = ["", "p1", "p2"];
    public static readonly string[] Places = ["", "v1", "v2"];

    private static readonly Insert<Thing> Insert = new("access.thing", "",
        new("id", ColumnType.Long, t => t.Id), new("name", ColumnType.Text, t => t.Name), new("document", ColumnType.Text, t => t.Document),
        new("kind", ColumnType.Text, t => t.Kind), new("amount", ColumnType.Long, t => t.Amount), new("at", ColumnType.Long, t => t.At),
        new("flag", ColumnType.Small, t => (short)t.Flag), new("entity", ColumnType.Text, t => t.Entity), new("unit", ColumnType.Text, t => t.Unit),
        new("manager", ColumnType.Text, t => t.Manager), new("place", ColumnType.Text, t => t.Place));
}
