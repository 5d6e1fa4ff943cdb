using System.Data.Common;
using System.Security.Cryptography;
using Granary.Kernel.Storage;

namespace Granary.Access.SignIn;

/// <summary>One browser that somebody signed in with. It lives in the database, so that ending it there ends it everywhere at once.</summary>
internal sealed record SignInSession(string Id, string Person, long CreatedAt, long SeenAt, long? EndedAt, long SteppedUpAt, string Address, string Device)
{
    private const string Columns = "id, person, created_at, seen_at, ended_at, stepped_up_at, address, device";

    private static readonly Insert<SignInSession> Table = new(
        "access.sign_in_session", "",
        new("id", ColumnType.Text, s => s.Id),
        new("person", ColumnType.Text, s => s.Person),
        new("created_at", ColumnType.Long, s => s.CreatedAt),
        new("seen_at", ColumnType.Long, s => s.SeenAt),
        new("ended_at", ColumnType.Long, s => s.EndedAt),
        new("stepped_up_at", ColumnType.Long, s => s.SteppedUpAt),
        new("address", ColumnType.Text, s => s.Address),
        new("device", ColumnType.Text, s => s.Device));

    public static SignInSession Begin(string person, DateTimeOffset now, string address, string device)
    {
        var at = now.ToUnixTimeMilliseconds();
        return new SignInSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), person, at, at, null, at, address, device.Length > 200 ? device[..200] : device);
    }

    public bool IsOpen(DateTimeOffset now, AccessLimits limits) =>
        EndedAt is null
        && now - DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt) < limits.SessionLasts
        && now - DateTimeOffset.FromUnixTimeMilliseconds(SeenAt) < limits.SessionIdle;

    public static Task WriteAsync(Session session, SignInSession opened) => session.InsertAsync(Table, [opened]);

    public static async Task<SignInSession?> FindAsync(Session session, string id) =>
        (await session.QueryAsync($"SELECT {Columns} FROM access.sign_in_session WHERE id = @id", Read, ("id", id))).FirstOrDefault();

    public static Task<List<SignInSession>> OfPersonAsync(Session session, string person, int most) => session.QueryAsync(
        $"SELECT {Columns} FROM access.sign_in_session WHERE person = @person ORDER BY created_at DESC LIMIT @most", Read, ("person", person), ("most", most));

    /// <param name="but">A session that stays, or empty.</param>
    public static Task<int> EndAllAsync(Session session, string person, string but, long at) => session.ExecuteAsync(
        "UPDATE access.sign_in_session SET ended_at = @at WHERE person = @person AND ended_at IS NULL AND id <> @but", ("at", at), ("person", person), ("but", but));

    public static Task<int> EndAsync(Session session, string person, string id, long at) => session.ExecuteAsync(
        "UPDATE access.sign_in_session SET ended_at = @at WHERE id = @id AND person = @person AND ended_at IS NULL", ("at", at), ("id", id), ("person", person));

    public static Task SeenAsync(Session session, string id, long at) => session.ExecuteAsync(
        "UPDATE access.sign_in_session SET seen_at = @at WHERE id = @id", ("at", at), ("id", id));

    public static Task SteppedUpAsync(Session session, string id, long at) => session.ExecuteAsync(
        "UPDATE access.sign_in_session SET stepped_up_at = @at WHERE id = @id", ("at", at), ("id", id));

    private static SignInSession Read(DbDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.LongOrNull(4), r.GetInt64(5), r.GetString(6), r.GetString(7));
}
