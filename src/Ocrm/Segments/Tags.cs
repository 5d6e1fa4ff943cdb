using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Segments;

/// <param name="Entity">The legal entity whose customers can carry it.</param>
public sealed record TagView(string Id, string Entity, string EntityName, string Name);

/// <param name="Entity">Null: the caller's own, where they work in one only.</param>
public sealed record NewTag(string? Name, string? Entity);

/// <summary>GET and POST /api/tags: the words by which the people of a legal entity call their customers.</summary>
internal static class Tags
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tags", async (Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var entities = await EntitiesAsync(caller, organisation, cancellation);
                var tags = (await database.ReadAsync(session => session.QueryAsync(
                    "SELECT t.id, t.entity, t.name FROM ocrm.tag t ORDER BY t.entity, t.name",
                    r => (Id: r.GetInt64(0), Entity: r.GetString(1), Name: r.GetString(2))), cancellation)).Where(t => entities is null || entities.Contains(t.Entity)).ToList();
                var units = await organisation.UnitNamesAsync([.. tags.Select(t => t.Entity).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<TagView>>([.. tags.Select(t => new TagView(Text(t.Id), t.Entity, units.GetValueOrDefault(t.Entity, t.Entity), t.Name))]);
            })
            .Requires(Permission.CustomersRead).WithName("ListTags").WithSummary("The tags of the legal entities in which the caller works");
        routes.MapPost("/tags", async Task<Results<Ok<TagView>, ProblemHttpResult>> (
                NewTag body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var name = body.Name?.Trim() ?? "";
                if (name.Length == 0 || name.Length > limits.TagCharacters || name.Contains('\0', StringComparison.Ordinal))
                {
                    return Problems.BadRequest("tag-name", $"A tag has a name of at most {limits.TagCharacters} characters.");
                }

                var entities = await EntitiesAsync(caller, organisation, cancellation);
                var entity = body.Entity ?? (entities is { Count: 1 } ? entities.First() : "");
                if (entity.Length != UnitCode.EntityDigits || entities?.Contains(entity) == false)
                {
                    return Problems.BadRequest("tag-entity", "Which of the legal entities in which you work is it for?");
                }

                var units = await organisation.UnitNamesAsync([entity], cancellation);
                return await database.WriteAsync(session => AddAsync(session, entity, name, caller, limits, clock), cancellation) is { } id
                    ? TypedResults.Ok(new TagView(Text(id), entity, units.GetValueOrDefault(entity, entity), name))
                    : Problems.Conflict("tags-many", $"A legal entity has at most {limits.TagsPerEntity} tags.");
            })
            .Requires(Permission.CustomersTag).WithName("AddTag").WithSummary("A new tag; one of the same name is given as it is");
    }

    /// <summary>Where somebody may use tags; null: everywhere.</summary>
    public static async Task<IReadOnlySet<string>?> EntitiesAsync(Caller caller, IOrganisation organisation, CancellationToken cancellation)
    {
        var sight = caller.SightOf(Permission.CustomersRead);
        return sight.All ? null : (await organisation.EntitiesOfAsync(caller.PersonId, cancellation) ?? new HashSet<string>()).Union(sight.Entities).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<long?> AddAsync(Session session, string entity, string name, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        var tags = await session.QueryAsync("SELECT t.id, t.name FROM ocrm.tag t WHERE t.entity = @entity", r => (Id: r.GetInt64(0), Name: r.GetString(1)), ("entity", entity));
        if (tags.Find(t => t.Name == name) is { Id: > 0 } known)
        {
            return known.Id;
        }

        if (tags.Count >= limits.TagsPerEntity)
        {
            return null;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = (await session.QueryAsync(
            "INSERT INTO ocrm.tag (entity, name, person, at) VALUES (@entity, @name, @person, @at) ON CONFLICT (entity, name) DO UPDATE SET name = excluded.name RETURNING id",
            r => r.GetInt64(0), ("entity", entity), ("name", name), ("person", caller.PersonId), ("at", at)))[0];
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.CustomersTag, entity, After: name));
        return id;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
