using System.Security.Cryptography.X509Certificates;
using Granary.Access.People;
using Granary.Kernel;

namespace Granary.Host.Tests;

/// <summary>What is kept under data/: secrets are their owner's alone, and the certificate is made again in time.</summary>
public sealed class FileTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly string _folder = Directory.CreateTempSubdirectory("granary-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Trait("Case", "HOST-22")]
    public void Password_and_private_key_can_be_read_by_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        var password = DemoPassword.Ensure(_folder);
        using var certificate = Certificate.ForLocalhost(_folder, Day);
        Assert.True(password.Length >= 16);
        foreach (var file in new[] { "demo-password", "localhost.key" })
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(_folder, file)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact, Trait("Case", "HOST-22")]
    public void The_password_stays_and_two_installations_have_two()
    {
        var first = DemoPassword.Ensure(_folder);
        Assert.Equal(first, DemoPassword.Ensure(_folder));
        Assert.NotEqual(first, DemoPassword.Ensure(Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName));
    }

    [Fact, Trait("Case", "HOST-23")]
    public void The_certificate_is_for_localhost_and_is_made_again_a_month_before_it_ends()
    {
        using var first = Certificate.ForLocalhost(_folder, Day);
        Assert.True(first.MatchesHostname("localhost"));
        Assert.True(first.HasPrivateKey);
        Assert.True(first.NotAfter - first.NotBefore <= TimeSpan.FromDays(398));
        using var kept = Certificate.ForLocalhost(_folder, Day.AddDays(360));
        Assert.Equal(first.Thumbprint, kept.Thumbprint);
        using var renewed = Certificate.ForLocalhost(_folder, Day.AddDays(370));
        Assert.NotEqual(first.Thumbprint, renewed.Thumbprint);
    }

    [Fact, Trait("Case", "HOST-24")]
    public void One_SQLite_file_has_one_hub()
    {
        var database = $"Data Source={Path.Combine(_folder, "granary.db")}";
        using (OneHub.Take(database))
        {
            Assert.Contains("another Granary", Assert.Throws<UserError>(() => OneHub.Take(database)).Message);
        }

        using var again = OneHub.Take(database);
        Assert.NotNull(again);
        Assert.Null(OneHub.Take("Host=somewhere;Database=granary"));
    }
}
