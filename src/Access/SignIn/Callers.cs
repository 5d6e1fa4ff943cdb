using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;

namespace Granary.Access.SignIn;

/// <summary>Who a session is, with the rights of now: read from the database each time, so that what was revoked or changed anywhere holds at once.</summary>
internal sealed class Callers(AccessDatabase database, RightsBook book, AccessLimits limits, TimeProvider clock) : ICallers
{
    /// <returns>A null caller where there is no such session, it has ended, or its person may not sign in.</returns>
    public async Task<(Caller? Caller, bool PasswordOnce)> OfSessionAsync(string id, string from, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = await database.ReadAsync<(SignInSession Session, string UserName, string Name, bool Active, bool Once, EffectiveRights Rights)?>(async session =>
        {
            if (await SignInSession.FindAsync(session, id) is not { } opened)
            {
                return null;
            }

            var person = (await session.QueryAsync(
                "SELECT user_name, name, state, password_once FROM access.person WHERE id = @id",
                r => (UserName: r.GetString(0), Name: r.GetString(1), Active: r.GetString(2) == "active", Once: r.GetInt16(3) != 0), ("id", opened.Person)))[0];
            return (opened, person.UserName, person.Name, person.Active, person.Once, await book.OfAsync(session, opened.Person));
        }, cancellation);
        if (known is not { Active: true } found || !found.Session.IsOpen(now, limits))
        {
            return (null, false);
        }

        if (now - DateTimeOffset.FromUnixTimeMilliseconds(found.Session.SeenAt) > limits.SeenEvery)
        {
            await database.WriteAsync(session => SignInSession.SeenAsync(session, id, now.ToUnixTimeMilliseconds()), cancellation);
        }

        var steppedUp = DateTimeOffset.FromUnixTimeMilliseconds(found.Session.SteppedUpAt);
        return (new Caller(found.Session.Person, found.UserName, found.Name, id, from, found.Rights, steppedUp), found.Once);
    }

    public async Task<Caller?> AgainAsync(Caller caller, CancellationToken cancellation) =>
        caller.PersonId.Length == 0 ? caller : (await OfSessionAsync(caller.SessionId, caller.From, cancellation)).Caller;

    public Task<Caller?> OfPersonAsync(string person, CancellationToken cancellation) => database.ReadAsync(async session =>
        await session.QueryAsync("SELECT user_name, name FROM access.person WHERE id = @id AND state = 'active'", r => (UserName: r.GetString(0), Name: r.GetString(1)), ("id", person)) is [var known]
            ? new Caller(person, known.UserName, known.Name, "", "", await book.OfAsync(session, person), DateTimeOffset.UnixEpoch)
            : null, cancellation);
}
