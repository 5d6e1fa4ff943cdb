using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Consents;

/// <param name="Entity">The legal entity in which it is read to customers.</param>
public sealed record WordingView(string Id, string Entity, string Purpose, long Version, string Text);

public sealed record NewWording(string? Entity, string? Purpose, string? Text);

/// <summary>GET and POST /api/consents/wordings: what is read to customers before they agree. A changed text is a new version; what was agreed to stays as it was.</summary>
internal static class Wording
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/consents/wordings", async (string? entity, OcrmDatabase database, CancellationToken cancellation) =>
                TypedResults.Ok(await database.ReadAsync(session => CurrentAsync(session, [entity ?? ""]), cancellation)))
            .Requires(Permission.CustomersRead).WithName("ListWordings").WithSummary("The wordings of a legal entity as they are read now");
        routes.MapPost("/consents/wordings", async Task<Results<Ok<WordingView>, ProblemHttpResult>> (
                NewWording body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (body is not { Entity: { Length: UnitCode.EntityDigits } entity, Purpose: { } purpose, Text: { } text } || !ConsentPurpose.All.Contains(purpose)
                    || string.IsNullOrWhiteSpace(text) || text.Length > limits.WordingCharacters || text.Contains('\0', StringComparison.Ordinal))
                {
                    return Problems.BadRequest("consent-wording", $"A wording needs a legal entity, a purpose and a text of at most {limits.WordingCharacters} characters.");
                }

                if (!caller.SightOf(Permission.ConsentsWord).Sees(entity, null))
                {
                    return Problems.NotFound("unit.unknown", "No legal entity for whose customers you may speak has this code.");
                }

                return TypedResults.Ok(await database.WriteAsync(session => AddAsync(session, entity, purpose, text.Trim(), caller, clock), cancellation));
            })
            .Requires(Permission.ConsentsWord).WithName("AddWording").WithSummary("A new version of what is read to customers");
    }

    /// <summary>For each legal entity and purpose the latest version; the province's where the legal entity has none of its own.</summary>
    public static async Task<IReadOnlyList<WordingView>> CurrentAsync(Session session, IReadOnlyCollection<string> entities)
    {
        var sql = new SqlText();
        var all = await session.QueryAsync(
            $"SELECT w.id, w.entity, w.purpose, w.version, w.wording FROM ocrm.consent_wording w WHERE w.entity IN ({string.Join(", ", entities.Append("").Select(sql.Bind))}) ORDER BY w.version DESC",
            r => new WordingView(Text(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4)), sql.Parameters);
        return [.. entities.SelectMany(e => ConsentPurpose.All.Select(p => (all.Find(w => w.Entity == e && w.Purpose == p) ?? all.Find(w => w.Entity.Length == 0 && w.Purpose == p))! with { Entity = e }))];
    }

    private static async Task<WordingView> AddAsync(Session session, string entity, string purpose, string text, Caller caller, TimeProvider clock)
    {
        // Two who publish at once get two versions: whoever holds the province's row goes first.
        await session.QueryAsync($"SELECT w.id FROM ocrm.consent_wording w WHERE w.entity = '' AND w.purpose = @purpose {session.ForUpdateOf("w")}", r => r.GetInt64(0), ("purpose", purpose));
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var made = (await session.QueryAsync(
            """
            INSERT INTO ocrm.consent_wording (entity, purpose, version, wording, person, at)
            VALUES (@entity, @purpose, (SELECT coalesce(max(w.version), 0) + 1 FROM ocrm.consent_wording w WHERE w.entity IN (@entity, '') AND w.purpose = @purpose), @text, @person, @at)
            RETURNING id, version
            """,
            r => new WordingView(Text(r.GetInt64(0)), entity, purpose, r.GetInt64(1), text),
            ("entity", entity), ("purpose", purpose), ("text", text), ("person", caller.PersonId), ("at", at)))[0];
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.ConsentsWord, $"{entity}/{purpose}", After: text));
        return made;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
