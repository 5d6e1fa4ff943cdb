using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Access.People;

/// <summary>A post that begins or ends, or cover: what changes somebody's rights. Their sessions end with it, so that nobody works on with a page that shows more.</summary>
internal sealed class PostChange(TimeProvider clock) : IProposalKind
{
    private const string Kind = "post.change";

    /// <param name="What">begin, end or cover.</param>
    private sealed record Content(string What, string Person, string? Role, string? Unit, long? Post, string? Deputy, DateOnly From, DateOnly? To, string Reason);

    public string Name => Kind;

    public static Proposed Add(Person person, PostDraft post, Caller maker) => new(
        Kind, person.UserName, post.Unit!, AccessJson.Write(new Content("begin", person.Id, post.Role, post.Unit, null, null, post.From!.Value, post.To, post.Reason ?? "")), "", post.Reason ?? "", maker.UserName);

    public static Proposed End(Person person, Post post, DateOnly day, Caller maker) => new(
        Kind, person.UserName, post.Unit, AccessJson.Write(new Content("end", person.Id, post.Role, post.Unit, post.Id, null, post.From, day.AddDays(-1), "")),
        AccessJson.Write(new Content("end", person.Id, post.Role, post.Unit, post.Id, null, post.From, post.To, "")), "", maker.UserName);

    public static Proposed Cover(Person person, Person deputy, CoverDraft cover, string? unit, Caller maker) => new(
        Kind, person.UserName, unit ?? UnitCode.Province,
        AccessJson.Write(new Content("cover", person.Id, null, null, null, deputy.Id, cover.From, cover.To, cover.Reason ?? "")), "", cover.Reason ?? "", maker.UserName);

    public async Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation)
    {
        var change = AccessJson.Read<Content>(proposed.Content);
        switch (change.What)
        {
            case "begin":
                await session.ExecuteAsync("INSERT INTO access.post (person, role, unit, from_day, to_day) VALUES (@person, @role, @unit, @from, @to)",
                    ("person", change.Person), ("role", change.Role), ("unit", change.Unit), ("from", BankTime.Text(change.From)), ("to", change.To is { } to ? BankTime.Text(to) : ""));
                break;
            case "end":
                if (await session.ExecuteAsync("UPDATE access.post SET to_day = @to WHERE id = @id AND (to_day = '' OR to_day > @to)", ("id", change.Post), ("to", BankTime.Text(change.To!.Value))) == 0)
                {
                    return "The post has ended already.";
                }

                break;
            default:
                await session.ExecuteAsync("INSERT INTO access.cover (person, deputy, from_day, to_day, reason) VALUES (@person, @deputy, @from, @to, @reason)",
                    ("person", change.Person), ("deputy", change.Deputy), ("from", BankTime.Text(change.From)), ("to", BankTime.Text(change.To!.Value)), ("reason", change.Reason));
                break;
        }

        await AccessState.RaiseAsync(session);
        await SignInSession.EndAllAsync(session, change.Deputy ?? change.Person, "", clock.GetUtcNow().ToUnixTimeMilliseconds());
        return null;
    }
}
