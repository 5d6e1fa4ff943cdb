using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Asking.Rendering;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Asking;

/// <summary>
/// GET and POST /a/{address}: a questionnaire is answered page by page, without a log-in: the address is the secret. Every page that comes in
/// is kept before the next is shown, and sent again it changes nothing. Where script is there it sends the same forms.
/// </summary>
internal sealed class AnswerRoutes(OcrmDatabase database, AnswerLinks links, AskedVersions versions, KeepAnswers keep, OpenPages pages, CheckTurns turns, OcrmLimits limits, TimeProvider clock)
{
    private const string Always = "public, max-age=31536000, immutable";

    /// <summary>A browser that sends the same page several times at once, and a second device: no more than some come between.</summary>
    private const int Tries = 20;

    private static readonly SurveyLimits Engine = new();

    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits)
    {
        routes.MapGet("/a/answer.css", (HttpResponse response) => Page(response, PageFiles.StyleBytes, "text/css; charset=utf-8")).ForEveryone().ExcludeFromDescription();
        routes.MapGet("/a/answer.js", (HttpResponse response) => Page(response, PageFiles.ScriptBytes, "text/javascript; charset=utf-8")).ForEveryone().ExcludeFromDescription();
        routes.MapGet("/a/{address}", (string address, HttpContext context, AnswerRoutes answers) => Untraced(answers).ShowAsync(address, context)).ForEveryone().ExcludeFromDescription();
        routes.MapPost("/a/{address}", (string address, HttpContext context, AnswerRoutes answers) => Untraced(answers).TakeAsync(address, context)).WithMetadata(new RequestSizeLimitAttribute(limits.AnswerUpload)).ForEveryone().ExcludeFromDescription();
    }

    private static AnswerRoutes Untraced(AnswerRoutes answers)
    {
        OpenPages.Untrace();
        return answers;
    }

    private static IResult Page(HttpResponse response, byte[] bytes, string type)
    {
        response.Headers.CacheControl = Always;
        return Results.Bytes(bytes, type);
    }

    private async Task<IResult> ShowAsync(string address, HttpContext context)
    {
        var words = new AnswerWords(AnswerLanguage.Of(context.Request.Headers.AcceptLanguage.ToString()));
        if (links.Read(address) is not { } link || await FindAsync(link, context.RequestAborted) is not { } asked)
        {
            return pages.Unknown(context, words);
        }

        var now = clock.GetUtcNow();
        if (asked.StandingAt(now.ToUnixTimeMilliseconds()) is not Standing.Open and var standing)
        {
            return Ended(context, asked, standing, words);
        }

        var survey = asked.Version!.Survey;
        var language = asked.Kept?.Language ?? (words.IsChinese ? "zh-cn" : "en");
        var turn = AnswerTurn.Show(survey, asked.Kept?.Map ?? SurveyEvaluation.InitialAnswers(survey), asked.Kept?.Page ?? "", ContextOf(now, language), Engine);
        return OpenPages.Html(context, AnswerPage.Render(turn.View with { Action = ActionOf(asked.Invitation, link) }));
    }

    private async Task<IResult> TakeAsync(string address, HttpContext context)
    {
        var words = new AnswerWords(AnswerLanguage.Of(context.Request.Headers.AcceptLanguage.ToString()));
        if (links.Read(address) is not { } link || await FindAsync(link, context.RequestAborted) is not { } first || (!first.Invitation.IsPersonal && link.Nonce.Length == 0))
        {
            return pages.Unknown(context, words);
        }

        if (first.StandingAt(clock.GetUtcNow().ToUnixTimeMilliseconds()) is not Standing.Open and var standing)
        {
            return Ended(context, first, standing, words);
        }

        if (await FormAsync(context.Request, context.RequestAborted) is not { } sent)
        {
            return OpenPages.Saying(context, words.TooMuch, words, StatusCodes.Status413PayloadTooLarge);
        }

        var form = new FormFields(sent.Where(f => f.Key.Length > 0).ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray(), StringComparer.Ordinal));
        var files = await SentAnswerFiles.ReceiveAsync(sent.Files, words, turns, limits, context.RequestAborted);
        return await TakeAsync(link, form, files, context, words);
    }

    private async Task<IResult> TakeAsync(AnswerLink link, FormFields form, SentAnswerFiles files, HttpContext context, AnswerWords words)
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = clock.GetUtcNow();
            if (await FindAsync(link, context.RequestAborted) is not { } asked)
            {
                return pages.Unknown(context, words);
            }

            if (asked.StandingAt(now.ToUnixTimeMilliseconds()) is not Standing.Open and var standing)
            {
                return Ended(context, asked, standing, words); // also where the page that came before this one completed it
            }

            var survey = asked.Version!.Survey;
            var language = asked.Kept?.Language ?? (words.IsChinese ? "zh-cn" : "en");
            var turn = AnswerTurn.Take(survey, asked.Kept?.Map ?? SurveyEvaluation.InitialAnswers(survey), form, ContextOf(now, language), Engine, files);
            if (AnswerFiles.Count(turn.Answers) > limits.AnswerFiles || ValueJson.Write(Value.Of(turn.Answers)).Length > Engine.AnswerCharacters)
            {
                return OpenPages.Saying(context, words.TooMuch, words, StatusCodes.Status413PayloadTooLarge);
            }

            var kept = await database.WriteAsync(session => keep.RunAsync(session, asked, link, turn, form.Button == "next", files, now.ToUnixTimeMilliseconds()), context.RequestAborted);
            if (kept.IsKept)
            {
                return kept.Full is { } full ? OpenPages.Saying(context, (words.Screened.Title, full.Text?.In(turn.View.Language) ?? words.Screened.Text), words)
                    : turn.IsEnd ? Thanks(context, turn.View.Evaluation, words)
                    : Next(context, asked, link, turn);
            }
        }

        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>After a step forward or back the browser asks for the page itself, so that loading it again sends nothing; what is wrong is shown at once.</summary>
    private IResult Next(HttpContext context, AskedFor asked, AnswerLink link, AnswerTurn turn)
    {
        var action = ActionOf(asked.Invitation, link);
        var stays = turn.View.Judged.Count > 0 || turn.View.Refused.Count > 0 || context.Request.Headers.ContainsKey("X-Part");
        if (stays)
        {
            return OpenPages.Html(context, AnswerPage.Render(turn.View with { Action = action }));
        }

        OpenPages.Protect(context);
        context.Response.Headers.Location = action;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private string ActionOf(Invitation invitation, AnswerLink link) =>
        links.PathOf(invitation.Id, invitation.Stamp, invitation.IsPersonal ? "" : link.Nonce.Length > 0 ? link.Nonce : AnswerLinks.NewNonce());

    private Task<AskedFor?> FindAsync(AnswerLink link, CancellationToken cancellation) => database.ReadAsync(session => AskedFor.FindAsync(session, link, versions), cancellation);

    /// <returns>Null where it is too large, or no form.</returns>
    private async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType
                ? await request.ReadFormAsync(new FormOptions { MemoryBufferThreshold = 64 * 1024, ValueCountLimit = 20_000, ValueLengthLimit = Engine.AnswerCharacters, MultipartBodyLengthLimit = limits.AnswerUpload }, cancellation)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private IResult Ended(HttpContext context, AskedFor asked, Standing standing, AnswerWords words)
    {
        if (standing != Standing.Done)
        {
            return OpenPages.Saying(context, standing switch { Standing.Used => words.Used, Standing.Expired => words.Expired, _ => words.Closed }, words, standing == Standing.Used ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
        }

        if (asked.Kept!.State != KeptAnswers.Complete || asked.Version is null)
        {
            return OpenPages.Saying(context, words.Screened, words);
        }

        // The same answers come to the same words as when they were completed.
        return Thanks(context, SurveyEvaluation.Of(asked.Version.Survey, asked.Kept.Map, ContextOf(clock.GetUtcNow(), asked.Kept.Language), Engine), new(asked.Kept.Language));
    }

    private static IResult Thanks(HttpContext context, SurveyEvaluation evaluation, AnswerWords words) =>
        OpenPages.Saying(context, evaluation.CompletedText is { Length: > 0 } own ? (words.Thanks.Title, own) : words.Thanks, words);

    private static SurveyContext ContextOf(DateTimeOffset now, string language) => new(BankTime.Local(now.ToUnixTimeMilliseconds()), language);
}
