using System.Security.Cryptography;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

public sealed record PostDraft(string? Role, string? Unit, DateOnly? From, DateOnly? To, string? Reason = null);

public sealed record NewUser(string? UserName, string? Name, string? Mobile, string? Email, IReadOnlyList<PostDraft>? Posts);

/// <param name="OneTimePassword">Shown this once, to be changed at the first sign-in.</param>
/// <param name="Proposals">The posts, which somebody else has to approve.</param>
public sealed record MadeUser(string UserName, string OneTimePassword, IReadOnlyList<ProposalMade> Proposals);

public sealed record UserDraft(string? Name, string? Mobile, string? Email, string? State);

public sealed record CoverDraft(string? Deputy, DateOnly From, DateOnly To, string? Reason);

public sealed record MadePassword(string OneTimePassword);

/// <summary>Making and changing users; whatever widens rights is a proposal.</summary>
internal static class ChangeUsers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/users", CreateAsync).Requires(Permission.UsersEdit).WithName("CreateUser").WithSummary("A new user with a one-time password; posts need a second pair of eyes");
        routes.MapPut("/users/{userName}", SaveAsync).Requires(Permission.UsersEdit).WithName("SaveUser").WithSummary("Name, reach, and whether a user may sign in");
        routes.MapPost("/users/{userName}/posts", AddPostAsync).Requires(Permission.UsersEdit).WithName("AddPost").WithSummary("Proposes a post for a user");
        routes.MapDelete("/users/{userName}/posts/{id:long}", EndPostAsync).Requires(Permission.UsersEdit).WithName("EndPost").WithSummary("Proposes to end a post today");
        routes.MapPost("/users/{userName}/cover", CoverAsync).Requires(Permission.UsersEdit).WithName("CoverUser").WithSummary("Proposes that a deputy stands in for a user");
        routes.MapPost("/users/{userName}/reset", ResetAsync).Requires(Permission.UsersEdit).WithName("ResetPassword").WithSummary("A new one-time password; codes are switched off, all sessions end");
        routes.MapDelete("/users/{userName}/sessions", SignOutAsync).Requires(Permission.UsersEdit).WithName("SignOutUser").WithSummary("Ends all sessions of a user, at once");
    }

    private static async Task<Results<Ok<MadeUser>, ProblemHttpResult>> CreateAsync(
        NewUser wanted, Caller caller, UserManager<Person> people, AccessDatabase database, RightsBook book, IProposals proposals, TimeProvider clock, CancellationToken cancellation)
    {
        if (wanted is not { UserName: { Length: > 1 and <= 64 } userName, Name: { Length: > 0 and <= 60 } name })
        {
            return Problems.BadRequest("user-incomplete", "A user needs a user name of 2 to 64 characters and a name.");
        }

        var (state, tree) = await book.NowAsync(cancellation);
        var posts = wanted.Posts ?? [];
        if (posts.Select(p => FaultOf(p, state, tree, caller)).FirstOrDefault(f => f is not null) is { } fault)
        {
            return fault;
        }

        if (posts.Count == 0 && !caller.SightOf(Permission.UsersEdit).All)
        {
            return Problems.BadRequest("user-without-post", "A user without a post belongs to the province: give a post in a unit that you look after.");
        }

        var (person, password, refusal) = await NewPerson.CreateAsync(people, userName, name, wanted.Mobile, wanted.Email, clock);
        if (refusal is not null)
        {
            return refusal;
        }

        await NoteAsync(database, caller, "user.create", userName, "", name, clock, cancellation);
        var made = new List<ProposalMade>();
        foreach (var post in posts)
        {
            made.Add(await proposals.ProposeAsync(PostChange.Add(person!, post, caller), caller, cancellation));
        }

        return TypedResults.Ok(new MadeUser(userName, password!, made));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SaveAsync(
        string userName, UserDraft wanted, Caller caller, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        if (wanted is not { Name: { Length: > 0 and <= 60 } name, State: "active" or "disabled" })
        {
            return Problems.BadRequest("user-incomplete", "A user needs a name, and is active or disabled.");
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var found = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, userName, caller, book) is not { } person)
            {
                return false;
            }

            var before = $"{person.Name} {person.State}";
            (person.Name, person.Mobile, person.Email) = (name, wanted.Mobile is null || wanted.Mobile.Contains('*', StringComparison.Ordinal) ? person.Mobile : wanted.Mobile, wanted.Email ?? "");
            person.State = wanted.State == "active" ? PersonState.Active : PersonState.Disabled;
            await PersonStore.WriteAsync(session, person);
            if (person.State == PersonState.Disabled)
            {
                await SignInSession.EndAllAsync(session, person.Id, "", now);
            }

            await AccessState.RaiseAsync(session);
            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "user.save", userName, "", before, $"{person.Name} {person.State}"));
            return true;
        }, cancellation);
        return found ? TypedResults.NoContent() : Unknown();
    }

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> AddPostAsync(
        string userName, PostDraft wanted, Caller caller, AccessDatabase database, RightsBook book, IProposals proposals, CancellationToken cancellation)
    {
        var (state, tree) = await book.NowAsync(cancellation);
        if (FaultOf(wanted, state, tree, caller) is { } fault)
        {
            return fault;
        }

        var person = await database.ReadAsync(session => FindAsync(session, userName, caller, book), cancellation);
        return person is null ? Unknown() : TypedResults.Accepted((string?)null, await proposals.ProposeAsync(PostChange.Add(person, wanted, caller), caller, cancellation));
    }

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> EndPostAsync(
        string userName, long id, Caller caller, AccessDatabase database, RightsBook book, IProposals proposals, TimeProvider clock, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(async session => await FindAsync(session, userName, caller, book) is { } person
            ? (Person: person, Post: (await AccessState.PostsAsync(session, person.Id)).FirstOrDefault(p => p.Id == id))
            : default, cancellation);
        return found is { Person: { } user, Post: { } post } && OrganisationScope.Covers(caller.SightOf(Permission.UsersEdit), post.Unit)
            ? TypedResults.Accepted((string?)null, await proposals.ProposeAsync(PostChange.End(user, post, BankTime.Today(clock), caller), caller, cancellation))
            : Unknown();
    }

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> CoverAsync(
        string userName, CoverDraft wanted, Caller caller, AccessDatabase database, RightsBook book, IProposals proposals, CancellationToken cancellation)
    {
        if (wanted.Deputy is not { Length: > 0 } || wanted.To < wanted.From)
        {
            return Problems.BadRequest("cover-incomplete", "Cover needs a deputy, and ends on or after the day on which it begins.");
        }

        var (person, deputy) = await database.ReadAsync(async session => (await FindAsync(session, userName, caller, book), await FindAsync(session, wanted.Deputy, caller, book)), cancellation);
        if (person is null || deputy is null || person.Id == deputy.Id)
        {
            return Unknown();
        }

        var (state, _) = await book.NowAsync(cancellation);
        return TypedResults.Accepted((string?)null, await proposals.ProposeAsync(PostChange.Cover(person, deputy, wanted, state.Posts[person.Id].FirstOrDefault()?.Unit, caller), caller, cancellation));
    }

    private static async Task<Results<Ok<MadePassword>, ProblemHttpResult>> ResetAsync(
        string userName, Caller caller, UserManager<Person> people, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var password = OneTimePassword.Make();
        var found = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, userName, caller, book) is not { } person)
            {
                return false;
            }

            (person.PasswordHash, person.PasswordOnce) = (people.PasswordHasher.HashPassword(person, password), true);
            (person.Totp, person.TotpKey, person.RecoveryCodes) = (false, null, null);
            (person.WrongTries, person.LockedUntil) = (0, null);
            await PersonStore.WriteAsync(session, person);
            await SignInSession.EndAllAsync(session, person.Id, "", now);
            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "password.reset", userName));
            return true;
        }, cancellation);
        return found ? TypedResults.Ok(new MadePassword(password)) : Unknown();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(
        string userName, Caller caller, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var found = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, userName, caller, book) is not { } person)
            {
                return false;
            }

            await SignInSession.EndAllAsync(session, person.Id, "", now);
            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "session.end", userName));
            return true;
        }, cancellation);
        return found ? TypedResults.NoContent() : Unknown();
    }

    public static ProblemHttpResult? FaultOf(PostDraft post, AccessState state, OrganisationTree tree, Caller caller)
    {
        if (post.Role is null || !state.Roles.ContainsKey(post.Role))
        {
            return Problems.BadRequest("role.unknown", "There is no such role.");
        }

        if (post.Unit is null || tree.Find(post.Unit) is not { State: UnitState.Open } || !OrganisationScope.Covers(caller.SightOf(Permission.UsersEdit), post.Unit))
        {
            return Problems.BadRequest("unit.unknown", "There is no such open unit among those that you look after.");
        }

        return post.From is null || post.To < post.From ? Problems.BadRequest("post-dates", "A post begins on a day, and does not end before it.") : null;
    }

    private static async Task<Person?> FindAsync(Session session, string userName, Caller caller, RightsBook book)
    {
        var (state, _) = await book.NowAsync(session);
        return await PersonStore.FindByUserNameAsync(session, userName) is { } person && PeopleScope.Sees(caller, Permission.UsersEdit, state.Posts[person.Id]) ? person : null;
    }

    private static ProblemHttpResult Unknown() => Problems.NotFound("user.unknown", "There is no such user, post or deputy among those that you look after.");

    private static Task NoteAsync(AccessDatabase database, Caller caller, string act, string subject, string before, string after, TimeProvider clock, CancellationToken cancellation) => database.WriteAsync(
        session => AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, act, subject, "", before, after)), cancellation);
}

/// <summary>A row for somebody new, with a one-time password.</summary>
internal static class NewPerson
{
    public static async Task<(Person? Person, string? Password, ProblemHttpResult? Refusal)> CreateAsync(
        UserManager<Person> people, string userName, string name, string? mobile, string? email, TimeProvider clock)
    {
        var password = OneTimePassword.Make();
        var person = new Person
        {
            Id = userName, UserName = userName, // a user name never changes, so pages and customers' rows may carry it
            Name = name, Mobile = mobile ?? "", Email = email ?? "",
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(), PasswordOnce = true,
        };
        var made = await people.CreateAsync(person, password);
        return made.Succeeded
            ? (person, password, null)
            : (null, null, made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
                ? Problems.Conflict("user-taken", "There is a user of this name.")
                : Problems.BadRequest("user-name", "A user name has letters of the Latin alphabet, digits and - . _ @."));
    }
}
