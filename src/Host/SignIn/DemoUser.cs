using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Granary.Host.SignIn;

/// <summary>The demo's one user. The password is made at the first run and kept in a file that only its owner may read.</summary>
internal sealed class DemoUser(string data)
{
    public const string Name = "demo";

    // Without look-alikes (0 O 1 l I): people type it from the terminal. 16 of 31 characters are 79 bits.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public string PasswordFile => Path.Combine(data, "demo-password");

    public string Password()
    {
        if (File.Exists(PasswordFile) && File.ReadAllText(PasswordFile).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var made = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        SecretFile.Write(PasswordFile, made + "\n");
        return made;
    }

    /// <summary>The user as the file says; a password that was changed in the file is the new one.</summary>
    public async Task EnsureAsync(UserManager<IdentityUser> users)
    {
        var password = Password();
        var user = await users.FindByNameAsync(Name);
        if (user is null)
        {
            Check(await users.CreateAsync(new IdentityUser(Name) { LockoutEnabled = true }, password));
        }
        else if (!await users.CheckPasswordAsync(user, password))
        {
            Check(await users.RemovePasswordAsync(user));
            Check(await users.AddPasswordAsync(user, password));
        }
    }

    private void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new UserError($"the password in {PasswordFile} cannot be used: {string.Join(' ', result.Errors.Select(error => error.Description))}");
        }
    }
}
