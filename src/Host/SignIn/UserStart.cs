using Microsoft.AspNetCore.Identity;

namespace Granary.Host.SignIn;

/// <summary>Brings the users' tables up to date before the first request is taken.</summary>
internal sealed class UserStart(IServiceScopeFactory scopes, DemoUser demo) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserDatabase>().MigrateAsync(cancellationToken);
        await demo.EnsureAsync(scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
