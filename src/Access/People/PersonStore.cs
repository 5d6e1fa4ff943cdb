using System.Data.Common;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Identity;

namespace Granary.Access.People;

/// <summary>
/// People as ASP.NET Core Identity wants to find them: it decides about passwords, lock-out and codes, we keep the row. Identity's own
/// store would need a second database beside the one that rights are worked out from.
/// </summary>
internal sealed class PersonStore(AccessDatabase database) :
    IUserPasswordStore<Person>, IUserSecurityStampStore<Person>, IUserLockoutStore<Person>, IUserTwoFactorStore<Person>,
    IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>
{
    private const string Columns =
        "id, user_name, normal_name, name, mobile, email, state, language, notifications, created_at, password_hash, password_once, security_stamp, totp, totp_key, recovery_codes, wrong_tries, locked_until, theme, totp_used";

    private static readonly Insert<Person> Upsert = new(
        "access.person",
        "ON CONFLICT (id) DO UPDATE SET user_name = excluded.user_name, normal_name = excluded.normal_name, name = excluded.name, mobile = excluded.mobile, email = excluded.email, "
        + "state = excluded.state, language = excluded.language, theme = excluded.theme, notifications = excluded.notifications, password_hash = excluded.password_hash, password_once = excluded.password_once, "
        + "security_stamp = excluded.security_stamp, totp = excluded.totp, totp_key = excluded.totp_key, totp_used = excluded.totp_used, recovery_codes = excluded.recovery_codes, "
        + "wrong_tries = excluded.wrong_tries, locked_until = excluded.locked_until",
        new("id", ColumnType.Text, p => p.Id),
        new("user_name", ColumnType.Text, p => p.UserName),
        new("normal_name", ColumnType.Text, p => p.NormalName),
        new("name", ColumnType.Text, p => p.Name),
        new("mobile", ColumnType.Text, p => p.Mobile),
        new("email", ColumnType.Text, p => p.Email),
        new("state", ColumnType.Text, p => p.State.ToString().ToLowerInvariant()),
        new("language", ColumnType.Text, p => p.Language),
        new("theme", ColumnType.Text, p => p.Theme),
        new("notifications", ColumnType.Text, p => AccessJson.Write(p.Notifications)),
        new("created_at", ColumnType.Long, p => p.CreatedAt),
        new("password_hash", ColumnType.Text, p => p.PasswordHash),
        new("password_once", ColumnType.Small, p => (short)(p.PasswordOnce ? 1 : 0)),
        new("security_stamp", ColumnType.Text, p => p.SecurityStamp),
        new("totp", ColumnType.Small, p => (short)(p.Totp ? 1 : 0)),
        new("totp_key", ColumnType.Text, p => p.TotpKey),
        new("totp_used", ColumnType.Text, p => p.TotpUsed),
        new("recovery_codes", ColumnType.Text, p => p.RecoveryCodes),
        new("wrong_tries", ColumnType.Int, p => p.WrongTries),
        new("locked_until", ColumnType.Long, p => p.LockedUntil?.ToUnixTimeMilliseconds()));

    public static Task WriteAsync(Session session, Person person) => session.InsertAsync(Upsert, [person]);

    public static async Task<Person?> FindAsync(Session session, string id) =>
        (await session.QueryAsync($"SELECT {Columns} FROM access.person WHERE id = @id", Read, ("id", id))).FirstOrDefault();

    public static async Task<Person?> FindByUserNameAsync(Session session, string userName) =>
        (await session.QueryAsync($"SELECT {Columns} FROM access.person WHERE normal_name = @name", Read, ("name", Normal(userName)))).FirstOrDefault();

    public static string Normal(string userName) => userName.Normalize().ToUpperInvariant();

    private static Person Read(DbDataReader r) => new()
    {
        Id = r.GetString(0), UserName = r.GetString(1), NormalName = r.GetString(2), Name = r.GetString(3), Mobile = r.GetString(4), Email = r.GetString(5),
        State = Enum.Parse<PersonState>(r.GetString(6), ignoreCase: true), Language = r.GetString(7), Notifications = AccessJson.Read<NotificationChoice>(r.GetString(8)),
        CreatedAt = r.GetInt64(9), PasswordHash = r.TextOrNull(10), PasswordOnce = r.GetInt16(11) != 0, SecurityStamp = r.GetString(12), Totp = r.GetInt16(13) != 0,
        TotpKey = r.TextOrNull(14), RecoveryCodes = r.TextOrNull(15), WrongTries = r.GetInt32(16),
        LockedUntil = r.LongOrNull(17) is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        Theme = r.GetString(18), TotpUsed = r.TextOrNull(19),
    };

    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => await UpdateAsync(user, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken)
    {
        await database.WriteAsync(session => WriteAsync(session, user), cancellationToken);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are disabled, never deleted: the audit trail speaks of them.");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => database.ReadAsync(s => FindAsync(s, userId), cancellationToken);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        database.ReadAsync(s => FindByUserNameAsync(s, normalizedUserName), cancellationToken);

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => Set(() => user.UserName = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalName);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalName = normalizedName ?? "");

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.WrongTries);

    public Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(++user.WrongTries);

    public Task ResetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Set(() => user.WrongTries = 0);

    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Totp);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Set(() => user.Totp = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TotpKey);

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) => Set(() => user.TotpKey = key);

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => Set(() => user.RecoveryCodes = string.Join(';', recoveryCodes));

    public Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var left = Codes(user);
        var good = left.Remove(code);
        user.RecoveryCodes = string.Join(';', left);
        return Task.FromResult(good);
    }

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(Codes(user).Count);

    public void Dispose()
    {
    }

    private static List<string> Codes(Person user) => [.. (user.RecoveryCodes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
