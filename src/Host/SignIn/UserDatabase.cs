using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Granary.Host.SignIn;

/// <summary>Users in a SQLite file of their own, or in PostgreSQL's schema "identity"; nothing joins to them.</summary>
internal sealed class UserDatabase(DbContextOptions<UserDatabase> options) : IdentityUserContext<IdentityUser>(options)
{
    // Ours to choose, and never used by a migration of the customer master.
    private const long SchemaLock = 0x6772616E_69647631;

    /// <summary>Creates what is missing. Safe to kill at any statement and to run from several processes at once.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        if (Database.IsNpgsql())
        {
            await Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({SchemaLock})", cancellation);
        }

        await Database.ExecuteSqlRawAsync(UserSchema.For(Database.IsNpgsql()), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
        {
            builder.HasDefaultSchema("identity");
        }

        builder.Entity<IdentityUser>().ToTable("users");
        builder.Entity<IdentityUserClaim<string>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("user_tokens");
    }
}
