using System.Security.Cryptography;
using System.Text;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.SignIn;

/// <summary>A program's key without its secret.</summary>
public sealed record ApiKeyView(string Id, string Name, IReadOnlyList<string> Permissions, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? UsedAt);

/// <param name="Days">How long it is good for; a year at most.</param>
public sealed record NewApiKey(string? Name, IReadOnlyList<string>? Permissions, int Days);

/// <param name="Key">Shown this once; only its hash is kept.</param>
public sealed record MadeApiKey(string Id, string Key);

/// <summary>Keys for programs: scoped to permissions, expiring, revocable; "Authorization: Bearer gk_…".</summary>
internal static class ApiKeys
{
    private const string Prefix = "Bearer ";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/keys", async Task<Ok<IReadOnlyList<ApiKeyView>>> (AccessDatabase database, CancellationToken cancellation) => TypedResults.Ok(await ListAsync(database, cancellation)))
            .Requires(Permission.KeysEdit).WithName("ListKeys").WithSummary("Keys of programs, without their secrets");
        routes.MapPost("/keys", CreateAsync).Requires(Permission.KeysEdit).WithName("CreateKey").WithSummary("A new key; its secret is in this answer and nowhere else");
        routes.MapDelete("/keys/{id}", RevokeAsync).Requires(Permission.KeysEdit).WithName("RevokeKey").WithSummary("Revokes a key at once");
    }

    /// <returns>Null where the key is unknown, expired or revoked.</returns>
    public static async Task<Caller?> CallerAsync(AccessDatabase database, string authorization, string from, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (!authorization.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var found = await database.ReadAsync(session => session.QueryAsync(
            "SELECT id, name, permissions, used_at FROM access.api_key WHERE hash = @hash AND revoked_at IS NULL AND expires_at > @now",
            r => (Id: r.GetString(0), Name: r.GetString(1), Permissions: AccessJson.Read<string[]>(r.GetString(2)), UsedAt: At(r.LongOrNull(3))),
            ("hash", HashOf(authorization[Prefix.Length..].Trim())), ("now", now.ToUnixTimeMilliseconds())), cancellation);
        if (found.Count == 0)
        {
            return null;
        }

        var (id, name, permissions, usedAt) = found[0];
        if (usedAt is null || now - usedAt >= limits.SeenEvery)
        {
            await database.WriteAsync(session => session.ExecuteAsync(
                "UPDATE access.api_key SET used_at = @now WHERE id = @id", ("now", now.ToUnixTimeMilliseconds()), ("id", id)), cancellation);
        }

        var fields = Enum.GetValues<DataClass>().ToDictionary(c => c, _ => permissions.Contains(Permission.ProjectionsRead) ? FieldSight.Clear : FieldSight.Masked);
        var rights = new EffectiveRights(permissions.ToDictionary(p => p, _ => Sight.Everything), fields, []);
        return new Caller("", $"key:{name}", name, id, from, rights, now);
    }

    /// <summary>Lets the command line of this machine ask its own hub: a secret in a file that only its owner may read.</summary>
    public static async Task EnsureLocalAsync(AccessDatabase database, string secret, TimeProvider clock, CancellationToken cancellation)
    {
        string[] permissions = [Permission.SystemsRead, Permission.ProjectionsRead, Permission.DayClose, Permission.AuditRead];
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var hash = HashOf(secret);
        await database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO access.api_key (id, name, hash, permissions, created_by, created_at, expires_at) VALUES (@id, 'command line', @hash, @permissions, 'granary', @now, @expires) "
            + "ON CONFLICT (id) DO UPDATE SET permissions = excluded.permissions, expires_at = excluded.expires_at",
            ("id", $"local-{hash[..12]}"), ("hash", hash), ("permissions", AccessJson.Write(permissions)), ("now", now), ("expires", now + (long)TimeSpan.FromDays(366).TotalMilliseconds)), cancellation);
    }

    private static async Task<IReadOnlyList<ApiKeyView>> ListAsync(AccessDatabase database, CancellationToken cancellation) => await database.ReadAsync(session => session.QueryAsync(
        "SELECT id, name, permissions, created_by, created_at, expires_at, revoked_at, used_at FROM access.api_key ORDER BY created_at DESC",
        r => new ApiKeyView(r.GetString(0), r.GetString(1), AccessJson.Read<string[]>(r.GetString(2)), r.GetString(3), At(r.GetInt64(4))!.Value, At(r.GetInt64(5))!.Value, At(r.LongOrNull(6)), At(r.LongOrNull(7)))), cancellation);

    private static async Task<Results<Ok<MadeApiKey>, ProblemHttpResult>> CreateAsync(
        NewApiKey wanted, Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (wanted is not { Name: { Length: > 0 and <= 60 } name, Permissions: { Count: > 0 } permissions })
        {
            return Problems.BadRequest("key-incomplete", "A key needs a name and at least one permission.");
        }

        if (permissions.Any(p => !caller.SightOf(p).All))
        {
            return Problems.Forbidden("key-too-wide", "A key cannot have what its maker does not have for the whole province.");
        }

        var now = clock.GetUtcNow();
        if (wanted.Days < 1 || wanted.Days > limits.KeyLasts.TotalDays)
        {
            return Problems.BadRequest("key-too-long", $"A key lasts 1 to {limits.KeyLasts.TotalDays:0} days.");
        }

        var secret = "gk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(
                "INSERT INTO access.api_key (id, name, hash, permissions, created_by, created_at, expires_at) VALUES (@id, @name, @hash, @permissions, @by, @now, @expires)",
                ("id", id), ("name", name), ("hash", HashOf(secret)), ("permissions", AccessJson.Write(permissions)), ("by", caller.UserName),
                ("now", now.ToUnixTimeMilliseconds()), ("expires", now.AddDays(wanted.Days).ToUnixTimeMilliseconds()));
            await AuditTrail.AppendAsync(session, "access", now.ToUnixTimeMilliseconds(),
                new AuditEntry(caller.UserName, caller.From, "key.create", name, After: AccessJson.Write(permissions)));
        }, cancellation);
        return TypedResults.Ok(new MadeApiKey(id, secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, Caller caller, AccessDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var revoked = await database.WriteAsync(async session =>
        {
            var changed = await session.ExecuteAsync("UPDATE access.api_key SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", ("now", now), ("id", id));
            if (changed > 0)
            {
                await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "key.revoke", id));
            }

            return changed > 0;
        }, cancellation);
        return revoked ? TypedResults.NoContent() : Problems.NotFound("key.unknown", "There is no such key, or it was revoked before.");
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static DateTimeOffset? At(long? ms) => ms is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
