using Granary.Access.People;
using Microsoft.AspNetCore.Identity;

namespace Granary.Access.SignIn;

/// <summary>Length and not a common one (NIST SP 800-63B, 5.1.1.2); no rules about kinds of characters, which only make people write passwords down.</summary>
internal sealed class PasswordRules(AccessLimits limits) : IPasswordValidator<Person>
{
    /// <summary>What people choose when twelve characters are asked for: words, names of the trade, and rows of keys; digits and signs around them do not help.</summary>
    private static readonly string[] Common =
    [
        "password", "passw0rd", "welcome", "iloveyou", "letmein", "administrator", "admin", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx", "3edc4rfv", "qazwsxedc",
        "woaini", "zhongguo", "beijing", "mima", "nongxin", "nongshang", "xinyongshe", "yinhang", "granary", "liangcang", "changeme", "secret", "computer", "sunshine",
        "princess", "football", "dragon", "monkey", "abcdefghijkl", "aaaaaa", "5201314", "1314520", "123123", "147258369", "159357", "666666", "888888", "000000", "111111",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user.UserName, limits.PasswordLength) is { } fault ? IdentityResult.Failed(new IdentityError { Code = "password-weak", Description = fault }) : IdentityResult.Success);

    /// <returns>What is wrong with a password, or null.</returns>
    public static string? FaultOf(string password, string userName, int length)
    {
        if (password.Length < length)
        {
            return $"A password has at least {length} characters.";
        }

        if (password.Distinct().Count() < 5)
        {
            return "A password has at least five different characters.";
        }

        // What is left when the common parts, the user's own name and rows of neighbours are taken out has to stand by itself.
        var left = Common.Append(userName).Where(c => c.Length > 2).OrderByDescending(c => c.Length)
            .Aggregate(password, (text, common) => text.Replace(common, "", StringComparison.OrdinalIgnoreCase));
        var surprises = left.Where((c, i) => i == 0 || Math.Abs(c - left[i - 1]) > 1).Count();
        return surprises < length / 2 ? "This password is among the common ones, or a row of neighbours: it would be guessed." : null;
    }
}
