using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking.Rendering;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Asking;

/// <summary>GET /api/invitations/{id}: its link again; …/poster: a page to print with its code; DELETE: its link opens nothing any more.</summary>
internal static class ShowInvitation
{
    private sealed record Found(Invitation Invitation, string Title);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/invitations/{id:long}", async Task<Results<Ok<InvitationView>, ProblemHttpResult>> (long id, HttpRequest request, Caller caller, OcrmDatabase database, Invite invite, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => FindAsync(session, caller, id), cancellation) is not var (invitation, title))
                {
                    return Unknown;
                }

                var address = InvitationView.Whole(request, invite.AddressOf(invitation));
                return TypedResults.Ok(new InvitationView(id, invitation.Questionnaire, title, invitation.State, address, InvitationView.QrOf(address), DateTimeOffset.FromUnixTimeMilliseconds(invitation.ExpiresAt)));
            })
            .Requires(Permission.AnswersAsk).WithName("ShowInvitation").WithSummary("An invitation with its link");
        routes.MapGet("/invitations/{id:long}/poster", async Task<Results<ContentHttpResult, ProblemHttpResult>> (long id, HttpRequest request, Caller caller, OcrmDatabase database, Invite invite, CancellationToken cancellation) =>
                await database.ReadAsync(session => FindAsync(session, caller, id), cancellation) is var (invitation, title)
                    ? TypedResults.Text(Poster(title, InvitationView.Whole(request, invite.AddressOf(invitation)), new(AnswerLanguage.Of(request.Headers.AcceptLanguage.ToString()))), "text/html", System.Text.Encoding.UTF8)
                    : Unknown)
            .Requires(Permission.AnswersAsk).WithName("ShowPoster").WithSummary("A page to print, with the code of an invitation");
        routes.MapDelete("/invitations/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (long id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(async session =>
                {
                    if (await FindAsync(session, caller, id) is null)
                    {
                        return false;
                    }

                    await session.ExecuteAsync("UPDATE ocrm.invitation SET state = 'withdrawn', remind_at = 0 WHERE id = @id AND state = 'open'", ("id", id));
                    await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, Permission.AnswersAsk, Invitation.RefOf(id), After: Invitation.Withdrawn));
                    return true;
                }, cancellation) ? TypedResults.NoContent() : Unknown)
            .Requires(Permission.AnswersAsk).WithName("WithdrawInvitation").WithSummary("Withdraws an invitation");
    }

    private static ProblemHttpResult Unknown => Problems.NotFound("invitation.unknown", "No invitation in your sight has this number.");

    private static async Task<Found?> FindAsync(Session session, Caller caller, long id)
    {
        var seen = caller.SightOf(Permission.AnswersAsk).In(InvitationList.Sight);
        return (await session.QueryAsync($"SELECT {Invitation.Columns}, q.title FROM {InvitationList.Table} WHERE i.id = @id AND {seen.Sql}", r => new Found(Invitation.Read(r), r.GetString(15)), [.. seen.Parameters, ("id", id)])).SingleOrDefault();
    }

    /// <summary>The picture is an address of its own (data:), which the page's policy lets pass; nothing in it runs.</summary>
    private static string Poster(string title, string address, AnswerWords words)
    {
        var picture = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(InvitationView.QrOf(address)));
        var markup = new Markup();
        return PageFrame.Of(title, words, markup.Add($"<div class=\"end poster\"><h1>{title}</h1><p><img alt=\"{words.Scan}\" src=\"data:image/svg+xml;base64,{picture}\"></p><p>{words.Scan}</p></div>"));
    }
}
