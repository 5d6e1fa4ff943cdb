using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Segments;

/// <summary>A named group of customers: by a filter, by hand or from a file, or made of others.</summary>
/// <param name="Kind">dynamic, static, file or combined.</param>
/// <param name="Definition">Of a dynamic one the filter, of a combined one <see cref="Combination"/>; else {}.</param>
internal sealed record Segment(long Id, string Name, string Kind, string Definition, bool Shared, string Person, long ChangedAt)
{
    public const string Dynamic = "dynamic";
    public const string Static = "static";
    public const string File = "file";
    public const string Combined = "combined";

    private const string Columns = "s.id, s.name, s.kind, s.definition, s.shared, s.person, s.changed_at";

    public static Task<List<Segment>> OfAsync(Session session, Caller caller, int most) => session.QueryAsync(
        $"SELECT {Columns} FROM ocrm.segment s WHERE s.person = @person OR s.shared = 1 ORDER BY s.id DESC LIMIT {most}", Read, ("person", caller.PersonId));

    /// <summary>One's own, or one that is shared.</summary>
    public static async Task<Segment?> FindAsync(Session session, Caller caller, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? (await session.QueryAsync($"SELECT {Columns} FROM ocrm.segment s WHERE s.id = @id AND (s.person = @person OR s.shared = 1)", Read, ("id", key), ("person", caller.PersonId))).SingleOrDefault()
            : null;

    /// <summary>What the list engine puts in the place of a condition on the segment.</summary>
    public StoredFilter Filter => Kind switch
    {
        Dynamic => StoredFilter.Of(JsonSerializer.Deserialize<JsonElement>(Definition)),
        Combined => StoredFilter.Of(JsonSerializer.Deserialize<Combination>(Definition, JsonSerializerOptions.Web)!.Filter),
        _ => StoredFilter.Of(sql => $"(c.party_id, c.entity) IN (SELECT m.party_id, m.entity FROM ocrm.segment_member m WHERE m.segment_id = {sql.Bind(Id)})"),
    };

    /// <summary>For <see cref="ListSource.Stored"/>.</summary>
    public static Func<string, Caller, CancellationToken, Task<StoredFilter?>> In(OcrmDatabase database) =>
        async (id, caller, cancellation) => (await database.ReadAsync(session => FindAsync(session, caller, id), cancellation))?.Filter;

    private static Segment Read(System.Data.Common.DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt16(4) == 1, r.GetString(5), r.GetInt64(6));
}

/// <summary>A segment made of others.</summary>
/// <param name="How">union: in any of them; intersection: in all; difference: in the first and in none of the others.</param>
/// <param name="Of">Ids of segments.</param>
public sealed record Combination(string How, IReadOnlyList<string> Of)
{
    public const string Union = "union";
    public const string Intersection = "intersection";
    public const string Difference = "difference";

    /// <summary>The same in the lists' filter language, which follows the segments as they change.</summary>
    internal JsonElement Filter => JsonSerializer.SerializeToElement<object>(How switch
    {
        Union => new { or = Of.Select(Is) },
        Intersection => new { and = Of.Select(Is) },
        _ => new { and = Of.Skip(1).Select(o => new { not = Is(o) }).Prepend<object>(Is(Of[0])) },
    });

    private static object Is(string segment) => new { column = "segment", op = "eq", value = segment };
}
