using System.Security.Cryptography;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Identity;

namespace Granary.Access.People;

/// <summary>
/// Who has to be there at a start: the shipped roles and the root of the organisation; in the demo one person for every role, with one
/// password for all; elsewhere, while there is nobody yet, one administrator with a one-time password. There are no default accounts.
/// </summary>
internal sealed class FirstPeople(UserManager<Person> people, AccessDatabase database, AccessOptions options, TimeProvider clock)
{
    private const string AdministratorName = "admin";

    /// <summary>The demo's person who has all roles.</summary>
    private const string Everything = "demo";

    /// <summary>User name, name, role; none: all of them.</summary>
    private static readonly (string UserName, string Name, string Role)[] Demo =
    [
        (Everything, "演示用户", ""), ("manager", "王桂芳", "customer-manager"), ("head", "李国强", "outlet-head"), ("marketing", "周敏", "marketing"),
        ("steward", "陈思远", "data-steward"), ("auditor", "孙立新", "auditor"), ("operator", "吴海涛", "operator"), ("admin", "郑伟", Role.Administrator),
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await database.WriteAsync(BasicsAsync, cancellation);
        if (options.Demo)
        {
            await EnsureDemoAsync(cancellation);
        }
        else
        {
            await EnsureAdministratorAsync(cancellation);
        }

        await ApiKeys.EnsureLocalAsync(database, LocalKey.Ensure(options.Data), clock, cancellation);
    }

    private async Task BasicsAsync(Session session)
    {
        await ShippedRoles.EnsureAsync(session, options.Demo ? [.. Role.Defaults, Role.Demonstration] : Role.Defaults, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await session.ExecuteAsync(
            "INSERT INTO access.unit (code, from_day, name, kind, parent, state, merged_into) VALUES (@code, '2000-01-01', '省联社', 'province', '', 'open', '') ON CONFLICT (code, from_day) DO NOTHING",
            ("code", UnitCode.Province));
    }

    private async Task EnsureDemoAsync(CancellationToken cancellation)
    {
        await database.WriteAsync(DemoOrganisation.EnsureAsync, cancellation);
        var password = DemoPassword.Ensure(options.Data);
        // One hash for all: their password is one, and each hash takes a tenth of a second on purpose.
        string? hash = null;
        foreach (var (userName, name, role) in Demo)
        {
            var person = await people.FindByNameAsync(userName);
            if (person is null)
            {
                person = new Person { Id = userName, UserName = userName, Name = name, CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() };
                hash ??= people.PasswordHasher.HashPassword(person, password);
                person.PasswordHash = hash;
                Check(await people.CreateAsync(person));
                await PostsAsync(person.Id, [.. role.Length > 0 ? [role] : Role.Defaults.Select(r => r.Id), Role.Demonstration.Id], userName == Everything, cancellation);
            }
            else if (person.PasswordHash != hash)
            {
                // A password that was changed in the file is the new one.
                hash = hash is null && await people.CheckPasswordAsync(person, password) ? person.PasswordHash : hash ?? people.PasswordHasher.HashPassword(person, password);
                if (person.PasswordHash != hash)
                {
                    person.PasswordHash = hash;
                    Check(await people.UpdateSecurityStampAsync(person));
                }
            }
        }
    }

    /// <param name="everywhere">All posts in the province, in place of where the demo has somebody of the role.</param>
    private Task PostsAsync(string person, IEnumerable<string> roles, bool everywhere, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        foreach (var one in roles)
        {
            await session.ExecuteAsync(
                "INSERT INTO access.post (person, role, unit, from_day, to_day) VALUES (@person, @role, @unit, @from, '')",
                ("person", person), ("role", one), ("unit", everywhere ? UnitCode.Province : DemoOrganisation.UnitFor(one)), ("from", BankTime.Text(BankTime.Today(clock).AddDays(-1))));
        }

        await AccessState.RaiseAsync(session);
    }, cancellation);

    private async Task EnsureAdministratorAsync(CancellationToken cancellation)
    {
        var anybody = await database.ReadAsync(session => session.QueryAsync("SELECT 1 FROM access.person LIMIT 1", r => r.GetInt32(0)), cancellation);
        if (anybody.Count > 0)
        {
            return;
        }

        var password = OneTimePassword.Make();
        PrivateFiles.Write(OneTimePassword.FileIn(options.Data), password + "\n");
        var person = new Person { Id = AdministratorName, UserName = AdministratorName, Name = "系统管理员", CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(), PasswordOnce = true };
        Check(await people.CreateAsync(person, password));
        await PostsAsync(person.Id, [Role.Administrator], everywhere: true, cancellation);
        await database.WriteAsync(session => AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(),
            new AuditEntry("granary", "", "user.create", AdministratorName, "first start")), cancellation);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"A first user cannot be made: {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }
}

/// <summary>A password that somebody else gives, to be changed at the first sign-in.</summary>
public static class OneTimePassword
{
    // Without look-alikes (0 O 1 l I): people type it. 16 of 31 characters are 79 bits.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string FileIn(string data) => Path.Combine(data, "administrator-password");

    /// <summary>Takes the first administrator's password away from the disk once it has been changed.</summary>
    internal static void Forget(string data, string changed)
    {
        if (File.Exists(FileIn(data)) && File.ReadAllText(FileIn(data)).Trim() == changed)
        {
            File.Delete(FileIn(data));
        }
    }

    internal static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}

/// <summary>The demo's one password, made at the first run and kept in a file that only its owner may read.</summary>
public static class DemoPassword
{
    public static string FileIn(string data) => Path.Combine(data, "demo-password");

    public static string Ensure(string data) => PrivateFiles.ReadOrMake(FileIn(data), OneTimePassword.Make);
}

/// <summary>The secret by which the command line of this machine asks its own hub.</summary>
public static class LocalKey
{
    public static string FileIn(string data) => Path.Combine(data, "local-key");

    /// <returns>Null where this machine has none, or it is not ours to read.</returns>
    public static string? Read(string data)
    {
        try
        {
            return File.ReadAllText(FileIn(data)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string Ensure(string data) => PrivateFiles.ReadOrMake(FileIn(data), () => "gk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
}
