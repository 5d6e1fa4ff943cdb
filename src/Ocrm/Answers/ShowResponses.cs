using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Answers;

/// <param name="Band">As its version names it; empty for none.</param>
/// <param name="By">Who asked, by name; empty where nobody did.</param>
public sealed record ResponseLine(long Id, long Questionnaire, string Title, long Version, string Via, double Score, string Band, string By, DateTimeOffset At);

/// <param name="Path">Of the answer: income, family[0].age.</param>
/// <param name="Text">As one reads it; empty where nothing was answered.</param>
/// <param name="Attribute">The attribute of the customer that it speaks of; may be empty.</param>
/// <param name="Files">What was sent as the answer; opened at /api/responses/{id}/files/{hash}.</param>
public sealed record AnswerView(string Path, string Title, string Text, string Type, string Attribute, IReadOnlyList<AnswerFileView> Files);

/// <param name="Hash">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="Type">What the bytes are: image/png.</param>
/// <param name="Bytes">How many.</param>
public sealed record AnswerFileView(string Hash, string Name, string Type, long Bytes);

/// <param name="Number">Of the customer, where the caller sees them; empty for none.</param>
public sealed record ResponseView(ResponseLine Response, string Number, string Name, IReadOnlyList<AnswerView> Answers);

/// <summary>GET /api/customers/{number}/responses and /api/prospects/{id}/responses: what somebody answered; GET /api/responses/{id}: one of them, question by question. Never what was promised to stay anonymous.</summary>
internal static class ShowResponses
{
    private const string Line = "r.id, r.questionnaire, q.title, r.number, r.via, r.score, r.band, r.person, r.at";

    private const string From = "ocrm.response r JOIN ocrm.questionnaire q ON q.id = r.questionnaire AND q.anonymous = 0 AND r.state = 'complete'";

    private sealed record Row(long Id, long Questionnaire, string Title, long Version, string Via, double Score, string Band, string Person, long At);

    private sealed record Whole(Row Row, string Answers, string Language, string Number, string Name);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{number}/responses", async Task<Results<Ok<IReadOnlyList<ResponseLine>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(session => OfCustomerAsync(session, caller, number, limits.ResponsesShown), cancellation) is { } rows
                    ? TypedResults.Ok(await LinesAsync(rows, organisation, cancellation))
                    : CustomerGate.Unknown)
            .Requires(Permission.AnswersRead).WithName("ShowResponsesOfCustomer").WithSummary("What a customer answered, the latest first");
        routes.MapGet("/prospects/{id}/responses", async Task<Results<Ok<IReadOnlyList<ResponseLine>>, ProblemHttpResult>> (
                string id, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await Prospect.FindAsync(session, caller, id) is { } prospect ? await RowsAsync(session, "r.prospect = @prospect", limits.ResponsesShown, ("prospect", prospect.Id)) : null, cancellation) is { } rows
                    ? TypedResults.Ok(await LinesAsync(rows, organisation, cancellation))
                    : EditProspects.Unknown)
            .Requires(Permission.AnswersRead).WithName("ShowResponsesOfProspect").WithSummary("What a prospect answered, the latest first");
        routes.MapGet("/responses/{id:long}", async Task<Results<Ok<ResponseView>, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, AskedVersions versions, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var (whole, version, files) = await database.ReadAsync(async session =>
                    await FindAsync(session, caller, id) is { } seen && await versions.FindAsync(session, seen.Row.Questionnaire, seen.Row.Version) is { } asked ? (seen, asked, await FilesAsync(session, id)) : default, cancellation);
                return whole is null
                    ? Problems.NotFound("response.unknown", "No answers in your sight have this number.")
                    : TypedResults.Ok(View(whole, version, files, caller, (await LinesAsync([whole.Row], organisation, cancellation))[0]));
            })
            .Requires(Permission.AnswersRead).WithName("ShowResponse").WithSummary("What was answered, question by question");
    }

    private static async Task<List<Row>?> OfCustomerAsync(Session session, Caller caller, string number, int most)
    {
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.AnswersRead), number) is not { } customer)
        {
            return null;
        }

        var sql = new SqlText();
        return await RowsAsync(session, $"r.party_id = {sql.Bind(customer.Party)} AND r.entity IN ({string.Join(", ", customer.Entities.Select(sql.Bind))})", most, sql.Parameters);
    }

    private static Task<List<Row>> RowsAsync(Session session, string where, int most, params (string, object?)[] parameters) =>
        session.QueryAsync($"SELECT {Line} FROM {From} WHERE {where} ORDER BY r.at DESC, r.id DESC LIMIT {most}", Read, parameters);

    /// <summary>One sees the answers of customers whom one sees, and those for which one asked.</summary>
    private static async Task<Whole?> FindAsync(Session session, Caller caller, long id)
    {
        var sight = caller.SightOf(Permission.AnswersRead);
        var found = (await session.QueryAsync(
            $"SELECT {Line}, r.answers, r.language, COALESCE(c.number, ''), COALESCE(c.name, ''), r.entity, r.unit FROM {From} LEFT JOIN ocrm.customer c ON c.party_id = r.party_id AND c.entity = r.entity WHERE r.id = @id",
            r => (Whole: new Whole(Read(r), r.GetString(9), r.GetString(10), r.GetString(11), r.GetString(12)), Entity: r.GetString(13), Unit: r.GetString(14)), ("id", id))).SingleOrDefault();
        if (found.Whole is null)
        {
            return null;
        }

        var customer = found.Whole.Number.Length > 0 && await CustomerGate.FindAsync(session, sight, found.Whole.Number) is { } seen && seen.Entities.Contains(found.Entity);
        return customer || sight.Sees(found.Entity, found.Unit, found.Whole.Row.Person)
            ? customer ? found.Whole : found.Whole with { Number = "", Name = "" }
            : null;
    }

    /// <summary>Whether the caller may read a response.</summary>
    public static async Task<bool> SeesAsync(Session session, Caller caller, long id) => await FindAsync(session, caller, id) is not null;

    private static Task<List<AnswerFileView>> FilesAsync(Session session, long id) => session.QueryAsync(
        "SELECT f.hash, f.name, f.content_type, f.bytes FROM ocrm.answer_file f WHERE f.response = @id", r => new AnswerFileView(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), ("id", id));

    private static ResponseView View(Whole whole, AskedVersion version, List<AnswerFileView> files, Caller caller, ResponseLine line)
    {
        var answers = ReadAnswer.Of(version.Survey, ValueJson.ReadAnswers(whole.Answers), new SurveyContext(BankTime.Local(whole.Row.At), whole.Language));
        return new ResponseView(line, whole.Number, ShownName.For(caller, whole.Name),
            [.. answers.Select(a => new AnswerView(a.Path, a.Title, a.Text, a.Question.Type, a.Question.CustomerAttribute, FilesOf(a, files)))]);
    }

    private static AnswerFileView[] FilesOf(ReadAnswer answer, List<AnswerFileView> files) =>
        answer.Question is FileQuestion ? [.. AnswerFiles.Of(answer.Value).SelectMany(hash => files.Where(f => f.Hash == hash))] : [];

    private static async Task<IReadOnlyList<ResponseLine>> LinesAsync(IReadOnlyList<Row> rows, IOrganisation organisation, CancellationToken cancellation)
    {
        var names = await organisation.PeopleNamesAsync([.. rows.Select(r => r.Person).Where(p => p.Length > 0).Distinct()], cancellation);
        return [.. rows.Select(r => new ResponseLine(r.Id, r.Questionnaire, r.Title, r.Version, r.Via, r.Score, r.Band, names.GetValueOrDefault(r.Person, r.Person), DateTimeOffset.FromUnixTimeMilliseconds(r.At)))];
    }

    private static Row Read(System.Data.Common.DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetDouble(5), r.GetString(6), r.GetString(7), r.GetInt64(8));
}
