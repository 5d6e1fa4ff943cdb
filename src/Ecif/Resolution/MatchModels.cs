using System.Data.Common;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

internal enum ModelState : short
{
    Candidate = 0,
    Active = 1,
    Retired = 2,
}

/// <summary>A version of the match model, without its numbers. Times are milliseconds since 1970 UTC.</summary>
internal sealed record MatchModelRow(long Id, string Name, ModelState State, string MadeBy, long MadeAt, string? UsedBy, long? UsedAt);

/// <summary>The versions of the match model. Version 0 is the one that comes with Granary, and has no row.</summary>
internal static class MatchModels
{
    private const string Columns = "id, name, state, made_by, made_at, used_by, used_at";

    /// <summary>The version that decides.</summary>
    public static async Task<long> ActiveAsync(Session session) =>
        (await session.QueryAsync("SELECT id FROM ecif.match_model WHERE state = 1", r => r.GetInt64(0))).FirstOrDefault();

    /// <exception cref="FormatException">It is no model that this Granary can read.</exception>
    public static async Task<MatchModel> ModelAsync(Session session, long version) => version == 0
        ? MatchModel.Default
        : MatchModel.Parse(await JsonAsync(session, version) ?? throw new FormatException("There is no such version"), version);

    public static async Task<string?> JsonAsync(Session session, long version) => version == 0
        ? MatchModel.Default.Write()
        : (await session.QueryAsync("SELECT json FROM ecif.match_model WHERE id = @id", r => r.GetString(0), ("id", version))).FirstOrDefault();

    public static Task<List<MatchModelRow>> ListAsync(Session session) => session.QueryAsync($"SELECT {Columns} FROM ecif.match_model ORDER BY id DESC", Read);

    public static async Task<MatchModelRow?> FindAsync(Session session, long version) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ecif.match_model WHERE id = @id", Read, ("id", version))).FirstOrDefault();

    /// <returns>The version; null where the name is taken.</returns>
    public static async Task<long?> AddAsync(Session session, string name, MatchModel model, string who, long now)
    {
        var added = await session.QueryAsync(
            """
            INSERT INTO ecif.match_model (name, json, state, made_by, made_at) VALUES (@name, @json, 0, @who, @now)
            ON CONFLICT (name) DO NOTHING RETURNING id
            """, r => r.GetInt64(0), ("name", name), ("json", model.Write()), ("who", who), ("now", now));
        return added.Count == 1 ? added[0] : null;
    }

    /// <summary>Makes a version the one that decides; 0 goes back to Granary's own.</summary>
    public static async Task UseAsync(Session session, long version, string who, long now)
    {
        await session.ExecuteAsync("UPDATE ecif.match_model SET state = 2 WHERE state = 1");
        await session.ExecuteAsync("UPDATE ecif.match_model SET state = 1, used_by = @who, used_at = @now WHERE id = @id", ("id", version), ("who", who), ("now", now));
    }

    private static MatchModelRow Read(DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), (ModelState)r.GetInt16(2), r.GetString(3), r.GetInt64(4), r.TextOrNull(5), r.LongOrNull(6));
}
