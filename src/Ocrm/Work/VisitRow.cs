using Granary.Kernel.Storage;

namespace Granary.Ocrm.Work;

/// <summary>A visit or call as it is written first.</summary>
/// <param name="Kind">visit or call.</param>
/// <param name="Customers">Names, for lists.</param>
/// <param name="At">When it is planned, or was.</param>
internal sealed record VisitRow(string Entity, string Unit, string Person, string Kind, string Customers, string Purpose, string Place, long At, long CreatedAt)
{
    public const string Planned = "planned";
    public const string Done = "done";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> Kinds { get; } = ["visit", "call"];

    public static IReadOnlyList<string> Outcomes { get; } = ["reached", "agreed", "refused", "absent"];

    /// <summary>As audit, activities and addresses name one.</summary>
    public static string RefOf(long id) => $"visit/{id}";

    public static readonly Insert<VisitRow> Rows = new("ocrm.visit", "",
        new("entity", ColumnType.Text, v => v.Entity),
        new("unit", ColumnType.Text, v => v.Unit),
        new("person", ColumnType.Text, v => v.Person),
        new("kind", ColumnType.Text, v => v.Kind),
        new("state", ColumnType.Text, _ => Planned),
        new("customers", ColumnType.Text, v => v.Customers),
        new("purpose", ColumnType.Text, v => v.Purpose),
        new("place", ColumnType.Text, v => v.Place),
        new("at", ColumnType.Long, v => v.At),
        new("done_at", ColumnType.Long, _ => 0L),
        new("outcome", ColumnType.Text, _ => ""),
        new("result", ColumnType.Text, _ => ""),
        new("photos", ColumnType.Text, _ => "[]"),
        new("next_ref", ColumnType.Text, _ => ""),
        new("created_at", ColumnType.Long, v => v.CreatedAt),
        new("version", ColumnType.Long, _ => 1L));

    /// <summary>Plans it with its customers.</summary>
    public static async Task<long> AddAsync(Session session, VisitRow visit, IReadOnlyCollection<long> parties)
    {
        var id = await session.AddAsync(Rows, visit);
        await session.InsertAsync(
            new Insert<long>("ocrm.visit_customer", "",
                new("visit_id", ColumnType.Long, _ => id),
                new("party_id", ColumnType.Long, p => p),
                new("recorded_for", ColumnType.Long, p => p),
                new("entity", ColumnType.Text, _ => visit.Entity),
                new("created_at", ColumnType.Long, _ => visit.CreatedAt)),
            [.. parties]);
        return id;
    }
}
