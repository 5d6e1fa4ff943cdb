using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Asking.Rendering;
using Granary.Ocrm.Consents;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>
/// GET and POST /a/off/{token}: whoever got a mail wants no more of its kind (RFC 8058). A mail program posts without asking; who opens the
/// address sees a page with one button, since programs that look for harm open every address of a mail. As often as it is sent it is done once.
/// </summary>
internal sealed class Unsubscribe(OcrmDatabase database, UnsubscribeLinks links, OpenPages pages, IOrganisation organisation, TimeProvider clock)
{
    /// <summary>How the customer said so, as the register has it: in the bank's language.</summary>
    private const string How = "邮件退订";

    /// <param name="Key">Of the message.</param>
    /// <param name="Number">The customer's.</param>
    /// <param name="Agreed">There is something to withdraw.</param>
    private sealed record Asked(string Key, long Party, string Number, string Entity, string Purpose, string Channel, bool Agreed);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(UnsubscribeLinks.Path + "{token}", (string token, HttpContext context, Unsubscribe page) => page.ShowAsync(token, context)).ForEveryone().ExcludeFromDescription();
        routes.MapPost(UnsubscribeLinks.Path + "{token}", (string token, HttpContext context, Unsubscribe page) => page.EndAsync(token, context)).ForEveryone().ExcludeFromDescription();
    }

    private async Task<IResult> ShowAsync(string token, HttpContext context)
    {
        OpenPages.Untrace();
        if (links.Read(token) is not { } link || await database.ReadAsync(session => FindAsync(session, link), context.RequestAborted) is not ({ } asked, var words))
        {
            return Unknown(context);
        }

        var bank = (await organisation.UnitNamesAsync([asked.Entity], context.RequestAborted)).GetValueOrDefault(asked.Entity, asked.Entity);
        return asked.Agreed ? OpenPages.Html(context, UnsubscribePage.Ask(words, bank, asked.Purpose)) : OpenPages.Saying(context, UnsubscribePage.Done(words), words);
    }

    private async Task<IResult> EndAsync(string token, HttpContext context)
    {
        OpenPages.Untrace();
        if (links.Read(token) is not { } link || await database.WriteAsync(session => EndAsync(session, link), context.RequestAborted) is not { } words)
        {
            return Unknown(context);
        }

        return OpenPages.Saying(context, UnsubscribePage.Done(words), words);
    }

    private IResult Unknown(HttpContext context) => pages.Unknown(context, new AnswerWords(AnswerLanguage.Of(context.Request.Headers.AcceptLanguage.ToString())));

    private async Task<AnswerWords?> EndAsync(Session session, (long Message, long CreatedAt) link)
    {
        if (await FindAsync(session, link) is not ({ } asked, var words))
        {
            return null;
        }

        await WithdrawConsent.EndAsync(session, asked.Party, asked.Number, asked.Entity, asked.Purpose, asked.Channel, How, clock.GetUtcNow().ToUnixTimeMilliseconds(), caller: null);
        return words;
    }

    /// <returns>What the mail was about, and the words in its language: its campaign's, else the bank's.</returns>
    private static async Task<(Asked? Asked, AnswerWords Words)> FindAsync(Session session, (long Message, long CreatedAt) link)
    {
        var found = await session.QueryAsync(
            """
            SELECT o.key, o.party_id, COALESCE((SELECT min(c.number) FROM ocrm.customer c WHERE c.party_id = o.party_id), ''), o.entity, o.purpose, o.channel,
                CASE WHEN EXISTS (SELECT 1 FROM ocrm.consent e WHERE e.party_id = o.party_id AND e.entity = o.entity AND e.purpose = o.purpose AND e.channel = @consent AND e.withdrawn_at = 0) THEN 1 ELSE 0 END
            FROM ocrm.outgoing o WHERE o.id = @id AND o.created_at = @at AND o.channel = @channel AND o.party_id > 0
            """,
            r => new Asked(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), SendingChannel.ConsentOf(r.GetString(5)), r.GetInt32(6) == 1),
            ("id", link.Message), ("at", link.CreatedAt), ("channel", SendingChannel.Mail), ("consent", SendingChannel.ConsentOf(SendingChannel.Mail)));
        var campaign = found is [{ Key: var key }] && key.Split('/') is ["campaign", var text, ..] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var plans = await session.QueryAsync("SELECT g.plan FROM ocrm.campaign g WHERE g.id = @id", r => CampaignPlan.Read(r.GetString(0)), ("id", campaign));
        return (found.SingleOrDefault(), new AnswerWords(plans is [var plan] ? plan.Language : CampaignPlan.Chinese));
    }
}
