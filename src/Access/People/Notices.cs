using Granary.Access.Contracts;
using Granary.Access.Storage;

namespace Granary.Access.People;

/// <summary>The door by which other modules tell people something.</summary>
internal sealed class Notices(AccessDatabase database, TimeProvider clock) : INotices
{
    public Task TellAsync(IReadOnlyCollection<string> people, string kind, object arguments, string to, CancellationToken cancellation) =>
        database.WriteAsync(session => Notifications.TellAsync(session, people, clock.GetUtcNow().ToUnixTimeMilliseconds(), kind, arguments, to), cancellation);
}
